import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';
import type { ScopeCount } from '../../../domain/facts';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';

/** How many active objects a scope holds, in all and by risk class. */
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
