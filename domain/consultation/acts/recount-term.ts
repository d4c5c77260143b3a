import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { dayChange, sameDay } from '../../calendar/term';
import type { FactQuestion } from '../../facts';
import type { ConsultationState } from '../state';

/** M30: a calendar was published or amended, and the round's term is counted again, visibly. */
export const recountTerm = defineAct<ConsultationState>()({
  name: 'consultation.recountTerm',
  stages: ['open'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ year: z.int() }),
  obstacle: (state) => (state.lapsed ? 'ALREADY_LAPSED' : state.term ? undefined : 'TERM_UNCHANGED'),
  facts: (state, _input, _actor, occasion) => ({
    due: {
      kind: 'dueDay',
      from: state.term?.from ?? occasion.today,
      workingDays: state.term?.workingDays ?? 0,
    } satisfies FactQuestion,
  }),
  decide(state, _input, _actor, _occasion, facts) {
    if (sameDay(state.due, facts.due)) return refuse('TERM_UNCHANGED');
    return { next: { ...state, due: facts.due }, reason: dayChange(state.due, facts.due) };
  },
});
