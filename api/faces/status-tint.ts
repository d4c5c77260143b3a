import { statusesByTint, tints, type Tint } from '../views/status-tints';
import { stageTints } from './index';

const tintOf = new Map([
  ...tints.flatMap((tint) => statusesByTint[tint].map((status) => [status, tint] as const)),
  ...stageTints,
]);

/** Tint of a status by its identifier; grey for one that is not listed. */
export function statusTint(status: string): Tint {
  return tintOf.get(status) ?? 'grey';
}
