import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';
import type { Preparations } from '../../../domain/preparations';
import { drawSize } from '../../draw/draw-size';
import { objectsOfPool, poolInspectors, type PoolInspector } from '../../draw/pool-rows';

/** What a freeze would make of the registers as they stand now. */
export interface PoolForecast {
  /** Objects in the scope, whether they would stay in or not. */
  base: number;
  objects: number;
  drawSize: number;
  inspectors: number;
  /** Officers who would stay in. */
  officers: PoolInspector[];
  /** Objects that would be left out, by reason, the most first, with the names of some. */
  leftOutObjects: { reason: string; count: number; names: string[] }[];
  /** Officers who would be left out. */
  leftOutOfficers: PoolInspector[];
}

/** How many of each reason are named. */
const namedAtMost = 10;

/**
 * Foretells a freeze, by the statements that the freeze itself asks: nothing is written, nothing held, so that the registers
 * may still move before it.
 */
export async function poolForecast(
  manager: Queryable,
  { scheme, check, departments }: Pick<Preparations['freezePool'], 'scheme' | 'check' | 'departments'>,
): Promise<PoolForecast> {
  const counted = await rowsOf<{ exclusion: string | null; riskClass: string | null; count: number; names: string[] }>(
    manager,
    sql`SELECT p.exclusion, p."riskClass", count(*)::int AS count,
         COALESCE((array_agg(o.name ORDER BY o.name, o.id) FILTER (WHERE p.exclusion IS NOT NULL))[1:${namedAtMost}::int], '{}') AS names
       FROM (${objectsOfPool(scheme, check)}) p JOIN check_object o ON o.id = p.id GROUP BY p.exclusion, p."riskClass"`,
  );
  const staying = counted.filter(({ exclusion }) => exclusion === null);
  const officers = await poolInspectors(manager, departments, scheme.windowTo);
  return {
    base: counted.reduce((sum, { count }) => sum + count, 0),
    officers: officers.filter(({ exclusion }) => exclusion === null),
    objects: staying.reduce((sum, { count }) => sum + count, 0),
    drawSize: drawSize(scheme, staying),
    inspectors: officers.filter(({ exclusion }) => exclusion === null).length,
    leftOutObjects: byReason(counted),
    leftOutOfficers: officers
      .filter(({ exclusion }) => exclusion !== null)
      .sort((a, b) => departments.indexOf(a.department) - departments.indexOf(b.department) || order(a, b)),
  };
}

const order = (a: PoolInspector, b: PoolInspector): number => (a.staffNo < b.staffNo ? -1 : 1);

function byReason(counted: readonly { exclusion: string | null; count: number; names: string[] }[]) {
  const reasons = new Map<string, { count: number; names: string[] }>();
  for (const { exclusion, count, names } of counted) {
    if (exclusion === null) continue;
    const known = reasons.get(exclusion) ?? { count: 0, names: [] };
    reasons.set(exclusion, {
      count: known.count + count,
      names: [...known.names, ...names].sort().slice(0, namedAtMost),
    });
  }
  return [...reasons].map(([reason, line]) => ({ reason, ...line })).sort((a, b) => b.count - a.count);
}
