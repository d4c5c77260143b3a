import { OFFICE } from '../actor';
import { nothingSecret } from '../permissions/nothing-secret';
import type { Process, Relation, Waiting } from '../process';
import { schemeOfToday } from './scheme';
import { closeRound } from './acts/close-round';
import { complete } from './acts/complete';
import { consult } from './acts/consult';
import { decide } from './acts/decide';
import { decideExtension } from './acts/decide-extension';
import { fulfilCondition } from './acts/fulfil-condition';
import { noteAnswer } from './acts/note-answer';
import { noteDraw } from './acts/note-draw';
import { noteStart } from './acts/note-start';
import { propose } from './acts/propose';
import { proposeDecision } from './acts/propose-decision';
import { proposeExtension } from './acts/propose-extension';
import { releaseDepartment } from './acts/release-department';
import { revise } from './acts/revise';
import { settleByMinutes } from './acts/settle-by-minutes';
import { submissionObstacle, submit } from './acts/submit';
import { terminate } from './acts/terminate';
import { withdraw } from './acts/withdraw';
import { withdrawObjection } from './acts/withdraw-objection';
import { putThereBy } from './put-there-by';
import {
  jointCheckStages,
  participantsOf,
  standingObjections,
  unanswered,
  type JointCheckState,
  jointCheckLetter,
} from './state';

/** The joint check: 拟定 → 征求意见 → 待审定 → 已审定 → 已抽取 → 实施中 → 办结. */
export const jointCheck: Process<JointCheckState> = {
  kind: 'joint-check',
  letter: jointCheckLetter,
  version: 2,
  upgrade: (state, from) => (from === 1 ? { ...state, scheme: schemeOfToday(state.scheme) } : state),
  stages: jointCheckStages,
  closedStages: ['completed', 'withdrawn', 'terminated'],
  acts: [
    propose,
    revise,
    consult,
    noteAnswer,
    closeRound,
    withdrawObjection,
    settleByMinutes,
    submit,
    proposeDecision,
    decide,
    fulfilCondition,
    noteDraw,
    noteStart,
    proposeExtension,
    decideExtension,
    releaseDepartment,
    complete,
    withdraw,
    terminate,
  ],
  putThereBy,
  relations(state, actor) {
    const relations: Relation[] = ['any'];
    if (actor.department === OFFICE) relations.push('office');
    if (actor.department === 'SYSTEM') relations.push('clock');
    if (!state) return relations;
    if (state.initiators.includes(actor.department)) relations.push('lead');
    if (participantsOf(state).includes(actor.department)) relations.push('participant');
    return relations;
  },
  sentBack(state, act) {
    if (act === proposeDecision.name) return state.decisionSentBack;
    if (act !== revise.name || state.stage !== 'returned' || !state.decision) return undefined;
    return { by: state.decision.decidedBy, at: state.decision.decidedAt, reason: state.decision.reason };
  },
  waiting,
  departments,
  parent: () => undefined,
  opening: 'byOwnAct',
  line: ['drafting', 'consulting', 'awaitingApproval', 'approved', 'drawn', 'underway', 'completed'],
  title: (state) => state.scheme.title,
  subject: () => undefined,
  listedAs: () => ({}),
  readers: departments,
  seenBy: (state) => state,
  secretOf: nothingSecret,
  parts: { listed: 'each', together: false },
  terms: () => undefined,
};

function departments(state: JointCheckState): string[] {
  return [...new Set([...state.initiators, ...state.scheme.tasks.map((task) => task.department)])];
}

function waiting(state: JointCheckState): Waiting[] {
  const { lead, since } = state;
  const ofLead = (act: string): Waiting => ({ act, capacity: 'departmentHandler', department: lead, since });
  if (state.stage === 'drafting')
    return [ofLead(unanswered(state).length > 0 ? 'jointCheck.consult' : 'jointCheck.submit')];
  if (state.stage === 'returned') return [{ ...ofLead('jointCheck.revise'), returned: true }];
  if (state.stage === 'consulting' && !state.openRound) {
    return [
      ofLead(
        standingObjections(state).length > 0 || submissionObstacle(state) ? 'jointCheck.revise' : 'jointCheck.submit',
      ),
    ];
  }
  if (state.stage === 'awaitingApproval') {
    return state.proposedDecision
      ? [{ act: 'jointCheck.decide', capacity: 'officeDirector', department: OFFICE, since: state.proposedDecision.at }]
      : [
          {
            act: 'jointCheck.proposeDecision',
            capacity: 'officeHandler',
            department: OFFICE,
            since: state.decisionSentBack?.at ?? since,
            ...(state.decisionSentBack && { returned: true }),
          },
        ];
  }
  if (state.stage === 'approved' && state.conditions.some((condition) => !condition.fulfilled))
    return [ofLead('jointCheck.fulfilCondition')];
  if (state.stage === 'underway' && state.proposedExtension) {
    return [
      {
        act: 'jointCheck.decideExtension',
        capacity: 'officeDirector',
        department: OFFICE,
        since: state.proposedExtension.at,
      },
    ];
  }
  return [];
}
