import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { departmentCode, paragraph } from '../../fields';
import type { JointCheckState } from '../state';

/** The round tells the check what a participant answered; the answer then stands in the check. */
export const noteAnswer = defineAct<JointCheckState>()({
  name: 'jointCheck.noteAnswer',
  stages: ['consulting'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({
    round: z.int().min(1),
    department: departmentCode,
    verdict: z.enum(['agree', 'agreeWithComments', 'object']),
    reasons: paragraph(4000).optional(),
    by: z.string().max(64).optional(),
    deemed: z.boolean().optional(),
  }),
  decide(state, input, _actor, occasion) {
    if (state.openRound?.round !== input.round) return refuse('ROUND_NOT_OPEN', { round: input.round });
    const { department, round, verdict, reasons, by, deemed } = input;
    return {
      next: {
        ...state,
        answers: { ...state.answers, [department]: { verdict, round, reasons, by, deemed, at: occasion.at } },
      },
    };
  },
});
