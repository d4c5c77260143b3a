import type { Replaces } from '../replaces';
import type { VisitState } from './state';

const ofDays = ['visit.setDate', 'visit.askOtherDate'];
const ofVisit = [...ofDays, 'visit.issueNotice', 'visit.noteExtension', 'visit.recountTerms', 'visit.cancel'];

/** The newest version of the own department's record form. */
export const theForm: Replaces<VisitState> = {
  current: (state, { department }) => state.results[department]?.version ?? 0,
  made: { in: 'recordForms' },
};

/** The own department's result as a whole: every act on it is a turn. */
export const theResult: Replaces<VisitState> = {
  current: (state, { department }) => state.results[department]?.turn ?? 0,
  made: { in: 'acts', by: (act) => act.startsWith('visit.') && !ofVisit.includes(act), unit: 'own' },
};

/** The day of the visit and what the departments asked about it. */
export const theDay: Replaces<VisitState> = {
  current: (state) => state.dateVersion ?? 0,
  made: { in: 'acts', by: (act) => ofDays.includes(act), unit: 'any' },
};
