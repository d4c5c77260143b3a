import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { paragraph } from '../../fields';
import type { ConsultationState } from '../state';

/** Liaison officers read letters and hand them on to the handler; they answer nothing themselves. */
export const handOn = defineAct<ConsultationState>()({
  name: 'consultation.handOn',
  stages: ['open'],
  by: [{ capacity: 'departmentLiaison', as: 'addressee' }],
  input: z.object({ note: paragraph(500).optional() }),
  obstacle(state, actor) {
    const letter = state.letters[actor.department];
    if (letter?.answer) return 'ALREADY_ANSWERED';
    return letter?.handedOn ? 'ALREADY_HANDED_ON' : undefined;
  },
  decide(state, input, actor, occasion) {
    const letter = state.letters[actor.department];
    if (!letter) return refuse('NOT_ENTITLED');
    const handedOn = { by: actor.account, at: occasion.at, note: input.note };
    return { next: { ...state, letters: { ...state.letters, [actor.department]: { ...letter, handedOn } } } };
  },
});
