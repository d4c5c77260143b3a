import { nothingSecret } from '../permissions/nothing-secret';
import type { Process, Relation, Waiting } from '../process';
import { allInOrder } from './acts/all-in-order';
import { askOtherDate } from './acts/ask-other-date';
import { cancel } from './acts/cancel';
import { concludeDisposition } from './acts/conclude-disposition';
import { confirmResult } from './acts/confirm-result';
import { correctResult } from './acts/correct-result';
import { decideWithholding } from './acts/decide-withholding';
import { disputeResult } from './acts/dispute-result';
import { draftReferral } from './acts/draft-referral';
import { enterResult } from './acts/enter-result';
import { issueNotice } from './acts/issue-notice';
import { nameSubstitute } from './acts/name-substitute';
import { noteExtension } from './acts/note-extension';
import { noteRelease } from './acts/note-release';
import { proposeWithholding } from './acts/propose-withholding';
import { publishResult } from './acts/publish-result';
import { recountTerms } from './acts/recount-terms';
import { replaceOfficer } from './acts/replace-officer';
import { reviewResult } from './acts/review-result';
import { setDate } from './acts/set-date';
import { takeBackResult } from './acts/take-back-result';
import { withdrawPublication } from './acts/withdraw-publication';
import { isOfficer } from './result';
import { runningTerms } from './running-terms';
import { putThereBy } from './put-there-by';
import { visitLetter, visitStages, type VisitState } from './state';
import { resultWaiting } from './waiting';

/** One drawn object, one visit, a result for each department. */
export const visit: Process<VisitState> = {
  kind: 'visit',
  letter: visitLetter,
  version: 1,
  stages: visitStages,
  closedStages: ['closed', 'cancelled'],
  acts: [
    setDate,
    askOtherDate,
    issueNotice,
    replaceOfficer,
    allInOrder,
    enterResult,
    confirmResult,
    disputeResult,
    takeBackResult,
    nameSubstitute,
    reviewResult,
    publishResult,
    proposeWithholding,
    decideWithholding,
    correctResult,
    withdrawPublication,
    draftReferral,
    concludeDisposition,
    noteExtension,
    noteRelease,
    recountTerms,
    cancel,
  ],
  putThereBy,
  relations(state, actor) {
    const relations: Relation[] = ['any'];
    if (actor.department === 'SYSTEM') relations.push('clock');
    if (!state) return relations;
    if (actor.department === state.lead) relations.push('lead');
    const result = state.results[actor.department];
    if (result) relations.push('inspecting');
    if (isOfficer(result, actor)) relations.push('assigned');
    return relations;
  },
  waiting(state): Waiting[] {
    const lead = {
      capacity: 'departmentHandler' as const,
      department: state.lead,
      since: state.since,
      due: state.date ?? state.windowTo,
    };
    if (state.stage === 'awaitingDate') return [{ ...lead, act: 'visit.setDate' }];
    const results = () =>
      Object.entries(state.results).flatMap(([department, result]) => resultWaiting(state, department, result));
    if (state.stage === 'scheduled') {
      const again = state.dateRequests.length > 0 ? [{ ...lead, act: setDate.name }] : [];
      if (state.unannounced) return [...again, ...results()];
      return again.length > 0 ? again : [{ ...lead, act: issueNotice.name }];
    }
    if (state.stage !== 'noticed') return [];
    return [...(state.noticeOvertaken ? [{ ...lead, act: issueNotice.name }] : []), ...results()];
  },
  sentBack(state, act, department) {
    const result = state.results[department];
    if (act === enterResult.name) return result?.returned;
    return act === publishResult.name ? result?.withholdingRefused : undefined;
  },
  departments,
  parent: (state) => state.check,
  opening: 'withinParent',
  line: ['awaitingDate', 'scheduled', 'noticed', 'closed'],
  title: (state) => state.number,
  subject: (state) => state.object,
  listedAs: () => ({}),
  readers: departments,
  seenBy: (state) => state,
  secretOf: nothingSecret,
  parts: { listed: 'apart', together: true },
  terms(state) {
    const running = runningTerms(state).map(({ term }) => term);
    return running.length > 0 ? { running, recountedBy: recountTerms.name } : undefined;
  },
};

function departments(state: VisitState): string[] {
  return [...new Set([state.lead, ...Object.keys(state.results)])];
}
