import type { FactAnswers } from '../facts';
import type { ResultState, VisitState } from './state';

/** The departments that take part in a visit, with their results: those that left the check are in it no longer. */
export function inspecting(state: VisitState): [string, ResultState][] {
  return Object.entries(state.results).filter(([, { stage }]) => stage !== 'excused');
}

/** Whether a unit inspects by the list of units. */
export function stillInspects(units: FactAnswers['departments'], department: string): boolean {
  return units.some(({ code, inspects }) => code === department && inspects);
}
