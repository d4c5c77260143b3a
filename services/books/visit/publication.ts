import type { EntityManager } from 'typeorm';
import { publicCode, withoutCards } from '../../../domain/identity-card';
import { normalForm } from '../../../domain/text/normal-form';
import type { VisitState } from '../../../domain/visit/state';
import { momentOfVisit } from './moment-of-visit';
import { objectAsOf } from '../../queries/registers/as-of';
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
        noCards(result.publicNote),
      ],
    );
  }
  if (result.publication !== 'published' || result.stage !== 'reviewed' || result.publishedVersion !== result.version)
    return;
  const firm = await firmOfDay(manager, state);
  const inserted: unknown[] = await manager.query(
    `INSERT INTO publication (visit_id, department, version, check_id, object_name, object_name_key, uscc, registration_no, items, code, completed_on, published_at, state,
       department_name, authority, check_number, check_title, item_versions, item_names)
     SELECT $1, $2, $3, $4, $8, $9, $10, $11, item.codes, $5, $6, $7, 'current',
       d.name, d.full_name, c.number, c.title, item.versions, item.names
     FROM department d, official_case c, ${itemsUnderCheck} item
     WHERE d.code = $2 AND c.id = $4
     ON CONFLICT (visit_id, department, version) DO NOTHING RETURNING id`,
    [
      state.id,
      department,
      result.version,
      state.check,
      result.code,
      result.completedOn,
      record.at,
      firm.name,
      normalForm(firm.name),
      firm.uscc,
      firm.registrationNo,
    ],
  );
  if (inserted.length === 0) return;
  await manager.query(
    `UPDATE publication SET state = 'corrected', changed_at = $4, public_reason = $5,
       reason = (SELECT v.reason FROM result_version v WHERE v.visit_id = $1 AND v.department = $2 AND v.version = $3)
     WHERE visit_id = $1 AND department = $2 AND version < $3 AND state = 'current'`,
    [state.id, department, result.version, record.at, noCards(result.publicNote)],
  );
}

const noCards = (text: string | undefined): string | null => (text === undefined ? null : withoutCards(text));

/**
 * The firm as it is published: by the name of the day on which it was given notice or visited, and with its code of today.
 * No number of an identity card goes public, whatever the register holds.
 */
async function firmOfDay(manager: EntityManager, { id, object }: VisitState) {
  const rows: { name: string; uscc: string | null; registrationNo: string | null }[] = await manager.query(
    `SELECT ${objectAsOf('name', momentOfVisit('$2::text'))} AS name, o.uscc, o.registration_no AS "registrationNo" FROM check_object o WHERE o.id = $1`,
    [object, id],
  );
  const firm = rows[0] ?? { name: '', uscc: null, registrationNo: null };
  return {
    name: withoutCards(firm.name),
    uscc: publicCode(firm.uscc),
    registrationNo: publicCode(firm.registrationNo),
  };
}

/** The department's items of check `$4` with the version that the check runs under; nothing of a later version. */
const itemsUnderCheck = `(SELECT COALESCE(array_agg(i.code ORDER BY i.n), '{}') AS codes, COALESCE(array_agg(i.version ORDER BY i.n), '{}') AS versions,
    COALESCE(array_agg(COALESCE(v.name, i.code) ORDER BY i.n), '{}') AS names
  FROM official_case checked, ROWS FROM (jsonb_to_recordset(checked.state->'items') AS (code text, version int, department text)) WITH ORDINALITY AS i(code, version, department, n)
    LEFT JOIN check_item_version v ON v.item_code = i.code AND v.version = i.version
  WHERE checked.id = $4 AND i.department = $2)`;
