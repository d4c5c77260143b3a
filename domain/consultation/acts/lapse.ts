import { z } from 'zod';
import { defineAct, type Decided } from '../../act';
import { answered } from '../answered';
import { silent, type ConsultationState } from '../state';

/** The term passed: silence means what the letter said (a setting of the case). */
export const lapse = defineAct<ConsultationState>()({
  name: 'consultation.lapse',
  stages: ['open'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  obstacle: (state) => (state.lapsed ? 'ALREADY_LAPSED' : undefined),
  decide(state, _input, actor, occasion): Decided<ConsultationState> {
    const missing = silent(state);
    const lapsed: ConsultationState = { ...state, lapsed: occasion.at };
    if (state.silence === 'agreed') {
      return missing.reduce<Required<Pick<Decided<ConsultationState>, 'next' | 'effects'>>>(
        (before, department) => {
          const answer = {
            verdict: 'agree' as const,
            attachments: [],
            by: actor.account,
            at: occasion.at,
            deemed: true,
          };
          const after = answered(before.next, department, answer, occasion);
          return { next: after.next, effects: [...before.effects, ...after.effects] };
        },
        { next: lapsed, effects: [] },
      );
    }
    if (state.silence === 'blocks') return { next: lapsed };
    const letters = { ...state.letters };
    for (const department of missing) {
      const letter = letters[department];
      if (letter) letters[department] = { ...letter, escalated: occasion.at };
    }
    return { next: { ...lapsed, letters } };
  },
});
