import type { Preparations } from '../preparations';
import type { DrawState } from './state';

/** What the pool of a batch is made of; asked by its freeze, and before it by whoever wants to know what the freeze would leave out. */
export function freezeQuestion(state: DrawState): Preparations['freezePool'] {
  const { number, check, scheme, lead, participants } = state;
  return { batch: number, check, scheme, departments: [lead, ...participants] };
}
