import type { CaseMessage } from '../activities/cases';
import type { GatewayWorld } from './perform-act';
import { tellCase } from './tell-case';

const toldAtOnce = 10;

/** Does the same step of the clock on many cases, a few at a time; the submission keeps each from doing it twice. */
export async function tellCases(
  world: GatewayWorld,
  ids: string[],
  message: Omit<CaseMessage, 'id'>,
  onProgress: () => void,
): Promise<void> {
  for (let from = 0; from < ids.length; from += toldAtOnce) {
    await Promise.all(ids.slice(from, from + toldAtOnce).map((id) => tellCase(world, { ...message, id })));
    onProgress();
  }
}
