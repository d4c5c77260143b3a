import type { DocumentKind } from '../domain/documents/kinds';
import { Refusal } from '../domain/refusal';
import { findDocument, type DocumentState } from '../services/queries/cases/find-document';
import { showCase, type CaseView } from '../services/queries/cases/show-case';
import type { AppWorld } from './app-world';
import { faces } from './faces';
import type { Person } from './person';

/** Papers of a case that there is something to print of, for this person: a department's own forms only for that department. */
export function papersFor(person: Person, view: CaseView): DocumentKind[] {
  const { papers, has } = faces[view.kind].prints;
  return papers.filter((paper) => has(paper, person.department, view));
}

/**
 * Has a paper of a case drawn in the background, or those of all its parts as one; what shows the same is the same paper.
 * @returns the paper's key, by which its progress is read
 * @throws Refusal CASE_UNKNOWN, NOT_FOUND for a paper that the case does not have (yet) for this person, DRAW_NOT_HELD, NOTHING_TO_PRINT
 */
export async function askForPaper(world: AppWorld, person: Person, caseId: string, document: string): Promise<string> {
  const view = await showCase(world.dataSource, person, caseId);
  if (!view) throw new Refusal('CASE_UNKNOWN', { case: caseId });
  return orderOf(world, person, view, document);
}

async function orderOf(world: AppWorld, person: Person, view: CaseView, document: string): Promise<string> {
  const paper = papersFor(person, view).find((own) => own === document);
  if (!paper) throw new Refusal('NOT_FOUND');
  const { prints } = faces[view.kind];
  const department = prints.ofAll.includes(paper) ? undefined : person.department;
  if ((await prints.batch?.(world, view)) === 0) throw new Refusal('DRAW_NOT_HELD', { case: view.id });
  return world.orderPrint({ document: paper, subject: view.id, department });
}

/**
 * Has a paper made anew that could not be made: a print by what it shows today, an act's paper by what the act left.
 * @returns the key of the paper that is made
 * @throws Refusal NOT_FOUND for whoever may not read it, and as `askForPaper`
 */
export async function askAgain(world: AppWorld, person: Person, key: string): Promise<string> {
  const { paper, view } = await readPaper(world, person, key);
  if (paper.byHand) return orderOf(world, person, view, paper.kind);
  await world.remakePaper(paper.key);
  return paper.key;
}

/**
 * A paper with the case that it belongs to, for those who may read that case.
 * @throws Refusal NOT_FOUND for everybody else
 */
export async function readPaper(
  world: AppWorld,
  person: Person,
  key: string,
): Promise<{ paper: DocumentState; view: CaseView }> {
  const paper = await findDocument(world.dataSource, key);
  const view = paper && (await showCase(world.dataSource, person, paper.caseId));
  if (!paper || !view) throw new Refusal('NOT_FOUND');
  return { paper, view };
}
