import type { Occasion } from '../act';
import type { Actor } from '../actor';
import { hasEnded, type ResultState, type VisitState } from './state';

/** Stage that counts for an act on a result: that of the actor's own department, once the notice is out, or none is due. */
export function resultStageOf(state: VisitState, actor: Pick<Actor, 'department'>): string {
  const result = state.results[actor.department];
  if (result?.stage === 'excused') return 'excused';
  const beforeNotice = state.stage === 'scheduled' && !state.unannounced;
  if (state.stage === 'awaitingDate' || beforeNotice || state.stage === 'cancelled') return state.stage;
  return result?.stage ?? 'notInspecting';
}

/** Sets one department's result as its next turn, and closes the visit when all results have ended both tracks. */
export function withResult(state: VisitState, department: string, result: ResultState, occasion: Occasion): VisitState {
  const turn = (state.results[department]?.turn ?? 0) + 1;
  const results = { ...state.results, [department]: { ...result, turn } };
  const closed = Object.values(results).every(hasEnded);
  if (closed === (state.stage === 'closed')) return { ...state, results };
  return {
    ...state,
    results,
    stage: closed ? 'closed' : state.unannounced ? 'scheduled' : 'noticed',
    since: occasion.at,
  };
}

/** Whether this actor is one of the officers who answer for the result; a substitute stays one for what they entered or confirmed. */
export function isOfficer(result: ResultState | undefined, actor: Actor): boolean {
  if (!result || !actor.inspector) return false;
  const answering = [...result.officers, result.substitute?.officer, result.enteredBy, result.confirmedBy];
  return answering.includes(actor.inspector);
}

/** Only the second officer answers here: one of the team, and not whoever entered it. */
export function secondOfficerObstacle(state: VisitState, actor: Actor): 'NOT_ASSIGNED' | 'SAME_PERSON' | undefined {
  const result = state.results[actor.department];
  if (!isOfficer(result, actor)) return 'NOT_ASSIGNED';
  return result?.enteredBy === actor.inspector ? 'SAME_PERSON' : undefined;
}

/** The day of a visit stands once a result was entered on it. */
export function enteredObstacle(state: VisitState): 'RESULT_ENTERED' | undefined {
  return Object.values(state.results).some(({ version }) => version > 0) ? 'RESULT_ENTERED' : undefined;
}
