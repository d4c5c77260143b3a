import { z } from 'zod';
import { defineAct, refuse, type Occasion } from '../../act';
import type { Term } from '../../calendar/term';
import { answerDays } from '../../registers/setting-values';
import { openRound } from '../../consultation/state';
import { theScheme } from '../replaced';
import { schemeQuestions, schemeStillHolds } from '../scheme-facts';
import { unanswered, type JointCheckState } from '../state';

/** 附件四（二）: the participants are consulted in writing; each round is a case of its own. */
export const consult = defineAct<JointCheckState>()({
  name: 'jointCheck.consult',
  stages: ['drafting'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  replaces: theScheme,
  input: z.object({
    silence: z.enum(['agreed', 'leader', 'blocks']).optional(),
    workingDays: answerDays.optional(),
  }),
  obstacle: (state) => (unanswered(state).length === 0 ? 'NOBODY_TO_ASK' : undefined),
  facts: (state, input, _actor, occasion) => ({
    // Weeks may lie between the proposal and its letters, which ask about units and items of today.
    ...schemeQuestions(state.scheme),
    due: { kind: 'dueDay' as const, ...termOf(state, input.workingDays, occasion) },
    remindDays: { kind: 'setting' as const, key: 'consultation.remindDays' as const, on: occasion.today },
  }),
  decide(state, input, _actor, occasion, facts) {
    const departments = unanswered(state);
    if (departments.length === 0) return refuse('NOBODY_TO_ASK');
    const obstacle = schemeStillHolds(state.scheme, state.lead, occasion.today, facts);
    if (obstacle) return obstacle;
    const silence = input.silence ?? state.silence;
    const round = state.round + 1;
    const consultation = openRound({
      check: state,
      round,
      departments,
      silence,
      due: facts.due,
      remindDays: facts.remindDays,
      term: termOf(state, input.workingDays, occasion),
      at: occasion.at,
    });
    return {
      next: {
        ...state,
        stage: 'consulting',
        since: occasion.at,
        silence,
        round,
        openRound: { round, consultation: consultation.id, departments },
        toBeAsked: [],
      },
      effects: [
        { kind: 'openCase', process: 'consultation', id: consultation.id, state: consultation },
        // One letter with one number, whoever it goes to.
        {
          kind: 'issueDocument',
          document: 'consultation-letter',
          subject: consultation.id,
          key: `${consultation.id}/letter`,
          department: state.lead,
        },
      ],
    };
  },
});

/** The round's term counts from the day on which the letters go out. */
function termOf(state: JointCheckState, workingDays: number | undefined, occasion: Occasion): Term {
  return { from: occasion.today, workingDays: workingDays ?? state.consultationDays };
}
