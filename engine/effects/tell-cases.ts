import { CaseSilentError, tellCase } from '../tell-case';
import type { EffectWorld } from './effect-world';

const toldAtOnce = 10;
/** How often all that were silent are told again before they are parked. */
const rounds = 3;

/**
 * Tells many cases the same step of the clock, a few at a time. One that does not answer keeps no other waiting: it is
 * told again after the others, and at last parked by its name.
 */
export async function tellCases(
  world: Pick<EffectWorld, 'gateway' | 'parkTelling'>,
  ids: string[],
  { key, act }: { key: string; act: string },
  onProgress: () => void,
): Promise<void> {
  let left = ids;
  for (let round = 1; left.length > 0; round += 1) {
    const silent: string[] = [];
    for (let from = 0; from < left.length; from += toldAtOnce) {
      await Promise.all(
        left.slice(from, from + toldAtOnce).map(async (id) => {
          try {
            await tellCase(world.gateway, id, key);
          } catch (failure) {
            if (!(failure instanceof CaseSilentError)) throw failure;
            silent.push(id);
          }
        }),
      );
      onProgress();
    }
    if (round === rounds) {
      for (const id of silent) await world.parkTelling(id, key, act, 'the case did not answer');
      return;
    }
    left = silent;
  }
}
