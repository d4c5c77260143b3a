import type { MarkedPlace } from './place-marks';

/** Lower edge of the type area: 35 mm (GB/T 9704-2012), and what the last line keeps from it for its rule. */
const lowerEdge = (35 * 72) / 25.4;
const spare = 8;

/** How far what ends a paper stands above the foot of its last page, in points; 0 where it stands there already. */
export function footRoom(mark: MarkedPlace | undefined): number {
  return mark ? Math.max(0, Math.floor(mark.y - lowerEdge - spare)) : 0;
}
