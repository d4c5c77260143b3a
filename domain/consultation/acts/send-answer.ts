import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { paragraph } from '../../fields';
import { openingQuestion, unread } from '../../opened';
import { answered } from '../answered';
import { leaderReadsFirst } from '../read-first';
import { theDraft } from '../replaced';
import type { ConsultationState } from '../state';

/** M8: the department answers by its leader, who is not the one who drafted; without a draft only once the letter was handed up to them. */
export const sendAnswer = defineAct<ConsultationState>()({
  name: 'consultation.sendAnswer',
  stages: ['open'],
  by: [{ capacity: 'departmentLeader', as: 'addressee' }],
  replaces: theDraft,
  reads: true,
  input: z.object({
    /** Absent: the handler's draft is sent as it stands. */
    verdict: z.enum(['agree', 'agreeWithComments', 'object']).optional(),
    reasons: paragraph(4000, 2).optional(),
  }),
  obstacle(state, actor) {
    const letter = state.letters[actor.department];
    if (letter?.answer) return 'ALREADY_ANSWERED';
    if (letter?.draft) return letter.draft.by === actor.account ? 'SAME_PERSON' : undefined;
    return letter?.escalated ? undefined : 'NO_DRAFT';
  },
  facts: (state, _input, actor) => ({
    opening: openingQuestion('consultation.sendAnswer', state, actor, theDraft.current(state, actor)),
  }),
  decide(state, input, actor, occasion, facts) {
    const letter = state.letters[actor.department];
    if (!letter) return refuse('NOT_ENTITLED');
    const verdict = input.verdict ?? letter.draft?.verdict;
    if (!verdict) return refuse('NO_DRAFT', { field: 'verdict' });
    const reasons =
      input.reasons ?? (input.verdict && input.verdict !== letter.draft?.verdict ? undefined : letter.draft?.reasons);
    if (verdict !== 'agree' && !reasons) return refuse('REASON_NEEDED', { field: 'reasons' });

    const blind = unread(leaderReadsFirst(letter.draft), facts.opening);
    if (blind) return blind;

    const answer = {
      verdict,
      reasons,
      attachments: letter.draft?.attachments ?? [],
      by: actor.account,
      at: occasion.at,
    };
    const outcome = answered(state, actor.department, answer, occasion);
    return {
      ...outcome,
      reason: reasons,
      effects: [
        {
          kind: 'issueDocument',
          document: 'consultation-reply',
          subject: state.id,
          key: `${state.id}/${actor.department}/reply`,
          department: actor.department,
        },
        ...outcome.effects,
      ],
    };
  },
});
