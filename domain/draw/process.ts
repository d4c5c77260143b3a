import { OFFICE } from '../actor';
import { seesAll } from '../permissions/reader';
import type { Process, Relation, Waiting } from '../process';
import { schemeOfToday } from '../joint-check/scheme';
import { cancel } from './acts/cancel';
import { freeze } from './acts/freeze';
import { hold } from './acts/hold';
import { open } from './acts/open';
import { release } from './acts/release';
import { bundleName, drawLetter, drawStages, type DrawState } from './state';

/** One batch: frozen by the lead, drawn by the office, opened after the visits. */
export const draw: Process<DrawState> = {
  kind: 'draw',
  letter: drawLetter,
  version: 2,
  upgrade: (state, from) => (from === 1 ? { ...state, scheme: schemeOfToday(state.scheme) } : state),
  stages: drawStages,
  closedStages: ['opened', 'cancelled'],
  acts: [release, freeze, hold, open, cancel],
  relations(state, actor) {
    const relations: Relation[] = ['any'];
    if (actor.department === OFFICE) relations.push('office');
    if (actor.department === 'SYSTEM') relations.push('clock');
    if (!state) return relations;
    if (actor.department === state.lead) relations.push('lead');
    if (state.participants.includes(actor.department)) relations.push('participant');
    return relations;
  },
  waiting(state): Waiting[] {
    if (state.stage === 'awaitingFreeze')
      return [{ act: 'draw.freeze', capacity: 'departmentHandler', department: state.lead, since: state.since }];
    if (state.stage === 'frozen')
      return [{ act: 'draw.hold', capacity: 'officeHandler', department: OFFICE, since: state.since }];
    return [];
  },
  departments,
  parent: (state) => state.check,
  opening: 'withinParent',
  line: ['awaitingFreeze', 'frozen', 'drawn', 'opened'],
  title: (state) => state.number,
  subject: () => undefined,
  listedAs: () => ({}),
  readers: departments,
  seenBy: (state) => state,
  secretOf: {
    words: [],
    opened: () => [],
    // The bundle names every firm that was drawn: before the visits it would warn them.
    kept: (state, reader) => (state.stage === 'opened' || seesAll(reader) ? [] : [bundleName]),
  },
  parts: { listed: 'each', together: false },
  terms: () => undefined,
};

function departments(state: DrawState): string[] {
  return [state.lead, ...state.participants];
}
