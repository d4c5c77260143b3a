import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { paragraph } from '../../fields';
import { answered } from '../answered';
import type { ConsultationState } from '../state';

/** M8: the department answers by its leader, who confirms the draft or, after the term, answers without one. */
export const sendAnswer = defineAct<ConsultationState>()({
  name: 'consultation.sendAnswer',
  stages: ['open'],
  by: [{ capacity: 'departmentLeader', as: 'addressee' }],
  input: z.object({
    /** Absent: the handler's draft is sent as it stands. */
    verdict: z.enum(['agree', 'agreeWithComments', 'object']).optional(),
    reasons: paragraph(4000, 2).optional(),
  }),
  obstacle: (state, actor) => (state.letters[actor.department]?.answer ? 'ALREADY_ANSWERED' : undefined),
  decide(state, input, actor, occasion) {
    const letter = state.letters[actor.department];
    if (!letter) return refuse('NOT_ENTITLED');
    const verdict = input.verdict ?? letter.draft?.verdict;
    if (!verdict) return refuse('NO_DRAFT', { field: 'verdict' });
    const reasons = input.reasons ?? (input.verdict && input.verdict !== letter.draft?.verdict ? undefined : letter.draft?.reasons);
    if (verdict !== 'agree' && !reasons) return refuse('REASON_NEEDED', { field: 'reasons' });

    const answer = { verdict, reasons, attachments: letter.draft?.attachments ?? [], by: actor.account, at: occasion.at };
    const outcome = answered(state, actor.department, answer, occasion);
    return {
      ...outcome,
      reason: reasons,
      effects: [
        { kind: 'issueDocument', document: 'consultation-reply', subject: state.id, key: `${state.id}/${actor.department}/reply`, department: actor.department },
        ...outcome.effects,
      ],
    };
  },
});
