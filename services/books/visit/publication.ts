import type { EntityManager } from 'typeorm';
import type { VisitState } from '../../../domain/visit/state';
import type { Recorded } from '../book';

/** The public's view of each published result: a later version marks the earlier one corrected, a withdrawal stays visible. */
export async function projectPublication(manager: EntityManager, state: VisitState, record: Recorded): Promise<void> {
  const department = record.actor.department;
  const result = state.results[department];
  if (!result) return;
  if (result.withdrawnVersion !== undefined) {
    await manager.query(
      `UPDATE publication SET state = 'withdrawn', reason = $4, changed_at = $5
       WHERE visit_id = $1 AND department = $2 AND version = $3 AND state = 'current'`,
      [
        state.id,
        department,
        result.withdrawnVersion,
        record.reason ?? result.withholding?.legalBasis ?? null,
        record.at,
      ],
    );
  }
  if (result.publication !== 'published' || result.stage !== 'reviewed' || result.publishedVersion !== result.version)
    return;
  const inserted: unknown[] = await manager.query(
    `INSERT INTO publication (visit_id, department, version, check_id, object_name, object_name_key, uscc, registration_no, items, code, completed_on, published_at, state)
     SELECT $1, $2, $3, $4, o.name, o.name_key, o.uscc, o.registration_no, $5, $6, $7, $8, 'current' FROM check_object o WHERE o.id = $9
     ON CONFLICT (visit_id, department, version) DO NOTHING RETURNING id`,
    [
      state.id,
      department,
      result.version,
      state.check,
      await itemsOf(manager, state.check, department),
      result.code,
      result.completedOn,
      record.at,
      state.object,
    ],
  );
  if (inserted.length === 0) return;
  await manager.query(
    `UPDATE publication SET state = 'corrected', changed_at = $4,
       reason = (SELECT v.reason FROM result_version v WHERE v.visit_id = $1 AND v.department = $2 AND v.version = $3)
     WHERE visit_id = $1 AND department = $2 AND version < $3 AND state = 'current'`,
    [state.id, department, result.version, record.at],
  );
}

async function itemsOf(manager: EntityManager, check: string, department: string): Promise<string[]> {
  const rows: { items: { code: string; department: string }[] }[] = await manager.query(
    `SELECT state->'items' AS items FROM official_case WHERE id = $1`,
    [check],
  );
  return (rows[0]?.items ?? []).filter((item) => item.department === department).map((item) => item.code);
}
