import type { Occasion } from '../act';
import type { Effect } from '../effects';
import { silent, type ConsultationState, type Letter } from './state';

type Answer = NonNullable<Letter['answer']>;

/** Sets an answer down, tells the check, and closes the round when it was the last one. */
export function answered(
  state: ConsultationState,
  department: string,
  answer: Answer,
  occasion: Occasion,
): { next: ConsultationState; effects: Effect[] } {
  const letter = state.letters[department];
  const letters = {
    ...state.letters,
    [department]: { ...letter, number: letter?.number ?? '', draft: undefined, returned: undefined, answer },
  };
  const next: ConsultationState = { ...state, letters };
  const effects: Effect[] = [
    {
      kind: 'tellCase',
      id: state.check,
      act: 'jointCheck.noteAnswer',
      input: {
        round: state.round,
        department,
        verdict: answer.verdict,
        reasons: answer.reasons,
        by: answer.by,
        deemed: answer.deemed,
      },
      submission: `${state.id}/${department}`,
    },
  ];
  if (silent(next).length > 0) return { next, effects };
  effects.push({
    kind: 'tellCase',
    id: state.check,
    act: 'jointCheck.closeRound',
    input: { round: state.round },
    submission: `${state.id}/close`,
  });
  return { next: { ...next, stage: 'closed', since: occasion.at }, effects };
}
