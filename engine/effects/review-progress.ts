import type { Effect } from '../../domain/effects';
import { progressTellings } from '../../domain/joint-check/progress';
import { tellCase } from '../tell-case';
import type { CarryOut } from './effect-world';

/** Tells draw and check what their progress leads to, where it is time; each asks again where it takes effect. */
export const reviewProgress: CarryOut<Extract<Effect, { kind: 'reviewProgress' }>> = async (world, effect, { id }) => {
  const progress = await world.progress(effect.check);
  for (const telling of progressTellings(effect))
    if (telling.isDue(progress)) await tellCase(world.gateway, telling.id, `effect/${id}`);
};
