import type { DataSource } from 'typeorm';
import { Refusal } from '../../domain/refusal';

/** What the credit system gets of a result: the public spot-check record (02-dictionary.md). */
export async function spotCheckRecord(dataSource: DataSource, visit: string, department: string): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown>[] = await dataSource.query(
    `SELECT o.name AS "object", o.uscc AS "idCode", d.full_name AS "insAuth_CN", '1' AS "insType", to_char(r.completed_on, 'YYYY-MM-DD') AS "insDate", r.code AS "insRes_CN"
     FROM visit_result r JOIN check_object o ON o.id = r.object_id JOIN department d ON d.code = r.department
     WHERE r.visit_id = $1 AND r.department = $2`,
    [visit, department],
  );
  const record = rows[0];
  if (!record) throw new Refusal('RESULT_UNKNOWN', { visit, department });
  return record;
}
