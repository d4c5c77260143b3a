import { shanghaiDay } from '../domain/calendar/shanghai-day';
import type { JointCheckState } from '../domain/joint-check/state';
import type { VisitState } from '../domain/visit/state';
import { Refusal } from '../domain/refusal';
import { checkCounts } from '../services/queries/cases/check-counts';
import { findDocument, type DocumentState } from '../services/queries/cases/find-document';
import { showCase, type CaseView } from '../services/queries/cases/show-case';
import type { AppWorld } from './app-world';
import type { Person } from './person';

/** Papers that a person prints when they need them, by the kind of case. */
export const printable: Record<string, readonly string[]> = {
  visit: ['inspection-notice', 'record-form', 'onsite-record', 'result-notice'],
  'joint-check': ['record-form', 'onsite-record', 'inspection-notice'],
};

/** Of these the papers that there is something to print of, for this person: a department's own forms only for that department. */
export function papersFor(person: Person, view: CaseView): string[] {
  return (printable[view.kind] ?? []).filter((document) => hasContent(document, person.department, view));
}

function hasContent(document: string, department: string, view: CaseView): boolean {
  if (view.kind === 'joint-check') {
    return (
      document === 'inspection-notice' ||
      (view.state as JointCheckState).scheme.tasks.some((task) => task.department === department)
    );
  }
  const visit = view.state as VisitState;
  if (document === 'inspection-notice') return visit.date !== undefined;
  const result = visit.results[department];
  return document === 'result-notice' ? result?.stage === 'reviewed' : result !== undefined;
}

/**
 * Has a paper of a case drawn in the background, of a check those of all its visits as one; asked for again, it is the same.
 * @returns the paper's key, by which its progress is read
 * @throws Refusal CASE_UNKNOWN, NOT_FOUND for a paper that the case does not have (yet) for this person, DRAW_NOT_HELD
 */
export async function askForPaper(world: AppWorld, person: Person, caseId: string, document: string): Promise<string> {
  const view = await showCase(world.dataSource, person, caseId);
  if (!view) throw new Refusal('CASE_UNKNOWN', { case: caseId });
  if (!papersFor(person, view).includes(document)) throw new Refusal('NOT_FOUND');
  const department = document === 'inspection-notice' ? undefined : person.department;
  const counts = view.kind === 'joint-check' ? await checkCounts(world.dataSource, caseId) : undefined;
  if (counts?.visits === 0) throw new Refusal('DRAW_NOT_HELD', { case: caseId });
  // A paper of a newer state is another paper; a batch is made anew each day.
  const edition = counts ? `${shanghaiDay(world.now())}-${counts.visited}` : String(view.version);
  const key = `${caseId}/${document}/${department ?? 'all'}/${edition}`;
  await world.orderPaper({ key, document, subject: caseId, department, total: counts?.visits ?? 1 });
  return key;
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
