import type { Effect } from '../../domain/effects';
import { startCase } from '../start-case';
import { orderPaper } from '../order-paper';
import { tellCase } from '../tell-case';
import type { CarryOut, EffectOrigin, EffectWorld } from './effect-world';
import { reviewProgress } from './review-progress';
import { startVisits } from './start-visits';
import { tellCases } from './tell-cases';

type Kinds = { [K in Effect['kind']]: CarryOut<Extract<Effect, { kind: K }>> };

/** The key by which a case is told what an effect tells. */
export function tellingKey({ id }: EffectOrigin): string {
  return `effect/${id}`;
}

const kinds: Kinds = {
  openCase: ({ gateway }, { id }) => startCase(gateway, id),
  tellCase: async ({ gateway }, { id }, origin) => void (await tellCase(gateway, id, tellingKey(origin))),
  // Ordered, never waited for: nobody's next step waits for a printer.
  issueDocument: ({ gateway }, { key }) => orderPaper(gateway, key),
  startVisits,
  tellVisits: async (world, { check, act }, origin, onProgress) =>
    tellCases(world, await world.openVisitIds(check), { key: tellingKey(origin), act }, onProgress),
  reviewProgress,
  wakeExchange: (world, { platform }) => world.wakeExchange(platform),
};

/** Carries out an effect as its row has it. */
export function carryOut(
  world: EffectWorld,
  effect: Effect,
  origin: EffectOrigin,
  onProgress: () => void,
): Promise<void> {
  const carry = kinds[effect.kind] as CarryOut<Effect>;
  return carry(world, effect, origin, onProgress);
}
