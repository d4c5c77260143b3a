import type { Effect } from '../effects';
import type { JointCheckState } from './state';

/** A check that ends takes its open round, its draw and the visits without a result with it. */
export function endingEffects(state: JointCheckState): Effect[] {
  const effects: Effect[] = [];
  if (state.openRound) {
    effects.push({
      kind: 'tellCase',
      id: state.openRound.consultation,
      act: 'consultation.cancel',
      input: {},
      submission: `${state.id}/end`,
    });
  }
  if (state.draw)
    effects.push({ kind: 'tellCase', id: state.draw, act: 'draw.cancel', input: {}, submission: `${state.id}/end` });
  if (state.stage === 'drawn' || state.stage === 'underway') {
    effects.push({
      kind: 'tellVisits',
      check: state.id,
      act: 'visit.cancel',
      input: {},
      submission: `${state.id}/end`,
    });
  }
  return effects;
}
