import type { Queryable } from '../../../db/queryable';
import type { ScopeCount } from '../../../domain/facts';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';

/** How many active objects a scope holds, in all and by risk class. */
export async function scopeCount(manager: Queryable, scope: Scope): Promise<ScopeCount> {
  const condition = scopeCondition(scope);
  const rows: { riskClass: string; count: number }[] = await manager.query(
    `SELECT o.risk_class AS "riskClass", count(*)::int AS count FROM check_object o WHERE o.status = 'active' AND ${condition.sql} GROUP BY o.risk_class`,
    condition.parameters,
  );
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    byRiskClass: Object.fromEntries(rows.map((row) => [row.riskClass, row.count])),
  };
}
