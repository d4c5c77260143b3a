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
      `UPDATE publication SET state = 'withdrawn', reason = $4, public_reason = $6, changed_at = $5
       WHERE visit_id = $1 AND department = $2 AND version = $3 AND state = 'current'`,
      [
        state.id,
        department,
        result.withdrawnVersion,
        record.reason ?? result.withholding?.legalBasis ?? null,
        record.at,
        result.publicNote ?? null,
      ],
    );
  }
  if (result.publication !== 'published' || result.stage !== 'reviewed' || result.publishedVersion !== result.version)
    return;
  const inserted: unknown[] = await manager.query(
    `INSERT INTO publication (visit_id, department, version, check_id, object_name, object_name_key, uscc, registration_no, items, code, completed_on, published_at, state,
       department_name, authority, check_number, check_title, item_versions, item_names)
     SELECT $1, $2, $3, $4, o.name, o.name_key, o.uscc, o.registration_no, item.codes, $5, $6, $7, 'current',
       d.name, d.full_name, c.number, c.title, item.versions, item.names
     FROM check_object o, department d, official_case c, ${itemsUnderCheck} item
     WHERE o.id = $8 AND d.code = $2 AND c.id = $4
     ON CONFLICT (visit_id, department, version) DO NOTHING RETURNING id`,
    [state.id, department, result.version, state.check, result.code, result.completedOn, record.at, state.object],
  );
  if (inserted.length === 0) return;
  await manager.query(
    `UPDATE publication SET state = 'corrected', changed_at = $4, public_reason = $5,
       reason = (SELECT v.reason FROM result_version v WHERE v.visit_id = $1 AND v.department = $2 AND v.version = $3)
     WHERE visit_id = $1 AND department = $2 AND version < $3 AND state = 'current'`,
    [state.id, department, result.version, record.at, result.publicNote ?? null],
  );
}

/** The department's items of check `$4` with the version that the check runs under; nothing of a later version. */
const itemsUnderCheck = `(SELECT COALESCE(array_agg(i.code ORDER BY i.n), '{}') AS codes, COALESCE(array_agg(i.version ORDER BY i.n), '{}') AS versions,
    COALESCE(array_agg(COALESCE(v.name, i.code) ORDER BY i.n), '{}') AS names
  FROM official_case checked, ROWS FROM (jsonb_to_recordset(checked.state->'items') AS (code text, version int, department text)) WITH ORDINALITY AS i(code, version, department, n)
    LEFT JOIN check_item_version v ON v.item_code = i.code AND v.version = i.version
  WHERE checked.id = $4 AND i.department = $2)`;
