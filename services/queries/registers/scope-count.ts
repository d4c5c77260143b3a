import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';
import type { ScopeCount } from '../../../domain/facts';
import type { KnownCount } from '../../../domain/joint-check/draw-forecast';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';
import type { Reader } from '../cases/may-read-case';
import { wholeObjectFor } from './object-visibility';
import { openPart, scopeFor } from './scope-for';

/** How many active objects a scope holds, in all and by risk class: for the judge and the draw, who count what is there. */
export async function scopeCount(manager: Queryable, scope: Scope): Promise<ScopeCount> {
  const rows = await rowsOf<{ riskClass: string; count: number }>(
    manager,
    sql`SELECT o.risk_class AS "riskClass", count(*)::int AS count FROM check_object o WHERE o.status = 'active' AND o.same_as IS NULL AND ${scopeCondition(scope)} GROUP BY o.risk_class`,
  );
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    byRiskClass: Object.fromEntries(rows.map((row) => [row.riskClass, row.count])),
  };
}

/**
 * The same as far as a reader may know it from the register: classes and tags of an object are told to whoever reads its
 * whole row, kind, place and industry to every department.
 */
export async function knownCount(manager: Queryable, reader: Reader, scope: Scope): Promise<KnownCount> {
  const whole = wholeObjectFor(reader);
  const rows = await rowsOf<{ whole: boolean; counted: boolean; riskClass: string | null; count: number }>(
    manager,
    sql`SELECT o.whole, o.counted, o."riskClass", count(*)::int AS count FROM (
        SELECT ${whole} AS whole, ${scopeFor(reader, scope)} AS counted, CASE WHEN ${whole} THEN o.risk_class END AS "riskClass"
        FROM check_object o WHERE o.status = 'active' AND o.same_as IS NULL AND ${scopeCondition(openPart(scope))}) o GROUP BY 1, 2, 3`,
  );
  const sum = (of: typeof rows) => of.reduce((all, { count }) => all + count, 0);
  const counted = rows.filter((row) => row.counted);
  const known = counted.filter((row) => row.whole);
  return {
    total: sum(counted),
    byRiskClass: Object.fromEntries(known.map(({ riskClass, count }) => [String(riskClass), count])),
    classHidden: sum(counted.filter((row) => !row.whole)),
    partial: rows.some((row) => !row.whole),
  };
}
