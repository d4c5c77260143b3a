import type { Effect } from './effects';
import { progressTellings } from './joint-check/progress';
import type { Telling } from './process';

/**
 * What an effect has this case told; nothing where it tells this case nothing. Whoever judges a message looks it up here,
 * in the effect's row: no message is believed.
 * @param target the case, and the case that it belongs to
 */
export function tellingOf(effect: Effect, target: { id: string; parent?: string | null }): Telling | undefined {
  if (effect.kind === 'tellCase') return effect.id === target.id ? telling(effect) : undefined;
  if (effect.kind === 'tellVisits') return effect.check === target.parent ? telling(effect) : undefined;
  if (effect.kind === 'reviewProgress') return progressTellings(effect).find(({ id }) => id === target.id);
  return undefined;
}

function telling({ act, input, submission }: Telling): Telling {
  return { act, input, submission };
}
