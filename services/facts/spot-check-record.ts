import type { Queryable } from '../../db/queryable';
import type { FactQuestions } from '../../domain/facts';
import { Refusal } from '../../domain/refusal';
import { momentOfVisit } from '../books/visit/moment-of-visit';
import { objectAsOf } from '../queries/registers/as-of';

/** What the credit system gets of one version of a result: the public spot-check record (02-dictionary.md). What is public already keeps the names
 * under which it was published: a withdrawal names the authority that the platform knows. */
export async function spotCheckRecord(
  manager: Queryable,
  asked: FactQuestions['spotCheckRecord'],
): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown>[] = await manager.query(
    `SELECT COALESCE(p.object_name, ${objectAsOf('name', momentOfVisit('v.visit_id'))}) AS "object", o.uscc AS "idCode", COALESCE(p.authority, d.full_name) AS "insAuth_CN", '1' AS "insType", v.form->>'completedOn' AS "insDate", v.form->>'code' AS "insRes_CN"
     FROM result_version v JOIN visit_result r USING (visit_id, department) JOIN check_object o ON o.id = r.object_id JOIN department d ON d.code = r.department
       LEFT JOIN publication p ON p.visit_id = v.visit_id AND p.department = v.department AND p.version = v.version
     WHERE v.visit_id = $1 AND v.department = $2 AND v.version = $3`,
    [asked.visit, asked.department, asked.version],
  );
  const record = rows[0];
  if (!record) throw new Refusal('RESULT_UNKNOWN', { visit: asked.visit, department: asked.department });
  return record;
}
