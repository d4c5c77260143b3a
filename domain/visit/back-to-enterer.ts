import type { Occasion } from '../act';
import type { Actor } from '../actor';
import type { ResultState, ReturnedResult } from './state';

/** A result that goes back, before anybody confirmed it, to whoever entered it; the version stays readable. */
export function backToEnterer(
  result: ResultState,
  { how, reason }: Pick<ReturnedResult, 'how' | 'reason'>,
  actor: Actor,
  occasion: Occasion,
): ResultState {
  const { version, enteredBy: to } = result;
  const returned = { how, by: actor.account, at: occasion.at, reason, version, to };
  return { ...result, stage: 'awaitingVisit', since: occasion.at, returned };
}
