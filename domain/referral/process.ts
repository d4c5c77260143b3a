import { nothingSecret } from '../permissions/nothing-secret';
import type { Process, Relation, Waiting } from '../process';
import { amend } from './acts/amend';
import { dispatch } from './acts/dispatch';
import { giveUp } from './acts/give-up';
import { noteCorrection } from './acts/note-correction';
import { noteGivenUp } from './acts/note-given-up';
import { noteReceipt } from './acts/note-receipt';
import { recall } from './acts/recall';
import { receive } from './acts/receive';
import { refuseReceipt } from './acts/refuse-receipt';
import { remind } from './acts/remind';
import { reportOutcome } from './acts/report-outcome';
import { platformAnswered } from './platform-answered';
import { platformOf, referralStages, type ReferralState, referralLetter } from './state';

/** A referral about a firm: to the own case unit, another department, the credit system, or joint action. */
export const referral: Process<ReferralState> = {
  kind: 'referral',
  letter: referralLetter,
  version: 1,
  stages: referralStages,
  closedStages: ['concluded', 'givenUp'],
  acts: [
    amend,
    dispatch,
    receive,
    refuseReceipt,
    recall,
    noteReceipt,
    noteGivenUp,
    noteCorrection,
    reportOutcome,
    remind,
    giveUp,
  ],
  relations(state, actor) {
    const relations: Relation[] = ['any'];
    if (actor.department === 'SYSTEM') relations.push('clock');
    if (!state) return relations;
    if (actor.department === state.department) relations.push('sender');
    if (actor.department === state.addressee && state.stage !== 'draft') relations.push('addressee');
    return relations;
  },
  waiting(state): Waiting[] {
    const { department, since, addressee } = state;
    const term = state.dispatchBy ? { due: state.dispatchBy } : {};
    const remindedAt = state.reminders.at(-1);
    const reminded = remindedAt === undefined ? {} : { remindedAt };
    if (state.stage === 'draft') {
      return state.facts && !state.corrected
        ? [{ act: 'referral.dispatch', capacity: 'departmentLeader', department, since, ...term }]
        : [{ act: 'referral.amend', capacity: 'departmentHandler', department, since, ...term }];
    }
    if (state.stage === 'refused')
      return [{ act: 'referral.amend', capacity: 'departmentHandler', department, since, ...term, returned: true }];
    if (state.stage === 'dispatched' && addressee) {
      return [{ act: 'referral.receive', capacity: 'departmentHandler', department: addressee, since, ...reminded }];
    }
    if (state.stage === 'received') {
      return [
        {
          act: 'referral.reportOutcome',
          capacity: 'departmentHandler',
          department: addressee ?? department,
          since,
          ...reminded,
        },
      ];
    }
    return [];
  },
  sentBack: ({ refusal }, act) =>
    act === amend.name && refusal ? { by: refusal.by ?? '', at: refusal.at, reason: refusal.reason } : undefined,
  answered: platformAnswered,
  departments,
  parent: (state) => state.visit,
  opening: 'withinParent',
  line: ['draft', 'dispatched', 'received', 'concluded'],
  title: (state) => state.number,
  subject: (state) => state.object,
  listedAs: ({ referralKind, addressee }) => ({ sort: referralKind, addressee }),
  readers: departments,
  seenBy: (state) => state,
  secretOf: nothingSecret,
  parts: { listed: 'each', together: true },
  terms: () => undefined,
};

function departments(state: ReferralState): string[] {
  const receiver = platformOf[state.referralKind] || state.stage === 'draft' ? [] : [state.addressee];
  return [...new Set([state.department, ...receiver.filter((code) => code !== undefined)])];
}
