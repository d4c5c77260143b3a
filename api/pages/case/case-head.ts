import type { Request, Response } from 'express';
import { processes } from '../../../domain/processes';
import { caseDocuments } from '../../../services/queries/cases/case-documents';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { timeline } from '../../../services/queries/cases/timeline';
import { countOf } from '../../../services/queries/ordered-list';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import { caseAddress } from '../../paths';
import type { Person } from '../../person';
import { frame } from '../frame';
import { caseActs } from './case-acts';
import { caseBreadcrumbs, caseTitle } from './case-title';
import { turnsOn } from './case-turn';

/** What all pages of a case begin with: its name, where it stands, whose turn it is, what can be done, and its other pages. */
export async function caseHead(
  world: AppWorld,
  req: Request,
  res: Response,
  { person, view, tab }: { person: Person; view: CaseView; tab: string },
) {
  const { t } = world.views.texts;
  const [turns, tabs] = await Promise.all([turnsOn(world, person, view), tabsOf(world, person, view, tab)]);
  const title = caseTitle(world, view);
  const last = tab === 'overview' ? undefined : tabs.find(({ current }) => current)?.text;
  const page = await frame(world, req, res, {
    title: last === undefined ? title : `${last}${world.views.texts.marks.colon}${title}`,
    current: 'cases',
    breadcrumbs: caseBreadcrumbs(world, view, last),
  });
  const { open, refused } = caseActs(world, person, view);
  const [turn, ...later] = turns;
  const offered = new Set(turns.filter(({ own }) => own).map(({ act }) => act));
  const others = [
    ...later.map(({ words, button }) => ({ text: words, href: button.href })),
    ...open.filter(({ name }) => !offered.has(name)),
  ];
  return {
    page,
    title,
    head: {
      title,
      number: view.number,
      stage: { text: t(`cases:stages.${view.kind}.${view.stage}`), status: view.stage },
      step: stepOf(view),
      since: view.stageSince,
      turn: turn && { words: turn.words, button: turn.button },
      others,
      refused,
      tabs,
    },
  };
}

async function tabsOf(world: AppWorld, person: Person, view: CaseView, current: string) {
  const { t } = world.views.texts;
  const { dataSource } = world;
  const [own, documents, acts] = await Promise.all([
    faces[view.kind].tabs?.(world, person, view) ?? [],
    caseDocuments(dataSource, person, view.id),
    countOf(dataSource, timeline(person, view.id)),
  ]);
  return [
    { name: 'overview', text: t('pages:case.overview'), href: caseAddress(view.id) },
    ...own,
    {
      name: 'papers',
      text: t('pages:case.documents'),
      href: caseAddress(view.id, 'casePapers'),
      count: documents.length,
    },
    { name: 'timeline', text: t('pages:case.timeline'), href: caseAddress(view.id, 'caseTimeline'), count: acts },
  ].map(({ name, ...tab }) => ({ ...tab, current: name === current }));
}

/** How far a case is on its way, such as 3/4; nothing where it left the way. */
function stepOf(view: CaseView): string | undefined {
  const { line } = processes[view.kind];
  const at = line.indexOf(view.stage);
  return at < 0 ? undefined : `${at + 1}/${line.length}`;
}
