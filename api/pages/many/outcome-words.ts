import { Refusal } from '../../../domain/refusal';
import type { ActOutcome } from '../../../engine/perform-act';
import type { AppWorld } from '../../app-world';
import { refusalWords } from '../refusal-words';

/** Why one of several acts was not done, or not yet. */
export function outcomeWords(world: AppWorld, outcome: ActOutcome): string {
  if (outcome.kind === 'refused') return refusalWords(world, new Refusal(outcome.code, outcome.details));
  if (outcome.kind === 'invalid') return refusalWords(world, new Refusal('INVALID_INPUT'));
  if (outcome.kind === 'parked') return refusalWords(world, new Refusal(outcome.code));
  return world.views.texts.t(outcome.kind === 'pending' ? 'pages:many.pending' : 'pages:many.unreachable');
}
