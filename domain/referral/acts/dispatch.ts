import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { theDossier, turned } from '../replaced';
import { platformOf, type ReferralState } from '../state';

/** M20: the department's leader sends the referral; each attempt has a key of its own, so that nothing is sent twice. */
export const dispatch = defineAct<ReferralState>()({
  name: 'referral.dispatch',
  stages: ['draft'],
  by: [{ capacity: 'departmentLeader', as: 'sender' }],
  replaces: theDossier,
  input: z.object({}),
  obstacle(state, actor) {
    if (!state.facts || !state.legalBasis) return 'REFERRAL_INCOMPLETE';
    if (state.corrected) return 'RESULT_CORRECTED';
    return state.draftedBy === actor.account ? 'SAME_PERSON' : undefined;
  },
  facts: (state) => ({
    record: { kind: 'referralRecord' as const, referral: state.id },
    // Days may lie between the draft and its sending.
    receiver: { kind: 'receiver' as const, code: state.addressee ?? '' },
    told: {
      kind: 'toldPlatform' as const,
      referral: state.id,
      platform: platformOf[state.referralKind] ?? 'none',
    },
  }),
  decide(state, _input, _actor, occasion, facts) {
    const platform = platformOf[state.referralKind];
    if (!platform && !state.addressee) return refuse('ADDRESSEE_NEEDED');
    if (!platform && state.addressee && state.addressee !== state.department) {
      const { known, handlers } = facts.receiver;
      if (!known) return refuse('ADDRESSEE_GONE', { department: state.addressee });
      if (handlers === 0) return refuse('ADDRESSEE_WITHOUT_HANDLER', { department: state.addressee });
    }
    // The publication tells the credit system of the result: the same fact goes there once.
    if (state.referralKind === 'publicCredit') {
      if (facts.told.awaited) return refuse('GOES_WITH_PUBLICATION');
      const { reference } = facts.told;
      if (reference)
        return {
          next: turned(state, { stage: 'concluded', since: occasion.at, receipt: { at: occasion.at, reference } }),
        };
    }
    const attempt = state.attempt + 1;
    const key = `${state.id}/${attempt}`;
    // Between units a letter, within one a form; a platform gets a record.
    const letter = {
      kind: 'issueDocument' as const,
      document: state.addressee === state.department ? ('clue-transfer' as const) : ('referral-letter' as const),
      subject: state.id,
      key,
      department: state.department,
    };
    return {
      next: turned(state, { stage: 'dispatched', since: occasion.at, attempt }),
      outbox: platform
        ? [
            {
              platform,
              key,
              subjectKind: 'referral',
              subjectId: state.id,
              department: state.department,
              payload: facts.record,
            },
          ]
        : [],
      effects: platform ? [{ kind: 'wakeExchange', platform }] : [letter],
    };
  },
});
