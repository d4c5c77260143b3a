import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { publishResult } from '../../../domain/visit/acts/publish-result';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { setDate } from '../../../domain/visit/acts/set-date';
import { visit } from '../../../domain/visit/process';
import { RecordForm } from '../../../domain/visit/record-form';
import { openVisit, type ResultState, type VisitState } from '../../../domain/visit/state';
import { fire, inspectorA, inspectorB, lead, leadHandler, leadLeader, officerA, officerB, officerD } from './people';
import { now, playing } from './play';

export const trip = playing(visit);

/** One drawn object; 市场监管 with two officers, 消防 with officer D and one more. */
export const opened = openVisit({
  batch: '320723-2026-L0007-C1',
  check: 'joint-check/320723-2026-L0007',
  checkNumber: '320723-2026-L0007',
  lead,
  sequence: 12,
  object: 'object-12',
  windowFrom: '2026-03-01',
  windowTo: '2026-06-30',
  officers: { [lead]: [officerA, officerB], [fire]: [officerD, '00000000-0000-4000-8000-0000000000ff'] },
  at: now.at,
});
/** The same object where only 市场监管 inspects: what closes the visit is seen at once. */
export const openedAlone = openVisit({ ...opened, officers: { [lead]: [officerA, officerB] }, at: now.at });

export const row = (item: string, finding = 'inOrder', problem?: string) => ({
  item,
  finding,
  ...(problem && { problem }),
});
export const clean = {
  code: '1',
  followUp: 'none',
  completedOn: '2026-03-10',
  methods: ['onSite'],
  rows: [row('SCJG-01'), row('SCJG-02')],
  signature: 'signed',
};
export const adverse = {
  ...clean,
  code: 'C',
  followUp: 'caseUnit',
  rows: [row('SCJG-01', 'problem', '公示信息不实'), row('SCJG-02')],
};
export const readForm = (form: unknown): RecordForm => RecordForm.parse(form);

export const scheduled = trip.after(setDate, opened, leadHandler, { date: '2026-03-10' });
export const noticed = trip.after(issueNotice, scheduled, leadHandler);
export const noticedAlone = trip.after(
  issueNotice,
  trip.after(setDate, openedAlone, leadHandler, { date: '2026-03-10' }),
  leadHandler,
);

export const entered = (state: VisitState, form: object = clean): VisitState =>
  trip.after(enterResult, state, inspectorA, form);
export const confirmed = (state: VisitState): VisitState =>
  trip.after(confirmResult, state, inspectorB, { version: resultOf(state).version });
export const reviewed = (state: VisitState): VisitState =>
  trip.after(reviewResult, state, leadLeader, { verdict: 'pass', version: resultOf(state).version });
export const published = (state: VisitState): VisitState =>
  trip.after(publishResult, state, leadHandler, { version: resultOf(state).version });
export const reviewedOf = (state: VisitState, form: object = clean): VisitState =>
  reviewed(confirmed(entered(state, form)));

/** One department's result of a visit, the lead's where none is named. */
export function resultOf(state: VisitState, department = lead): ResultState {
  const result = state.results[department];
  if (!result) throw new Error(`${department} has no result in ${state.id}.`);
  return result;
}
