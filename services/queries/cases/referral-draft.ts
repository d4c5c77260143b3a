import type { DataSource } from 'typeorm';
import { referral } from '../../../domain/referral/process';
import type { ReferralState } from '../../../domain/referral/state';

/** A problem of a record with the item it is about, in the version that the check runs under. */
export interface RecordedProblem {
  item: string;
  problem: string;
  basis: string | null;
  catalogueCode: string | null;
}

/** What a department recorded of a firm, as a referral tells it. */
export interface ReferableRecord {
  object: string;
  code: string;
  completedOn: string;
  otherProblem: string | null;
  problems: RecordedProblem[];
}

/** The newest record of a department's visit: what was found, on which basis, under which code of the catalogue. */
export async function referableRecord(
  dataSource: DataSource,
  visit: string,
  department: string,
): Promise<ReferableRecord | undefined> {
  const [found] = await dataSource.query<ReferableRecord[]>(
    `SELECT o.name AS object, v.form->>'code' AS code, v.form->>'completedOn' AS "completedOn", v.form->>'otherProblem' AS "otherProblem",
       COALESCE((SELECT jsonb_agg(jsonb_build_object('item', COALESCE(i.name, r.item), 'problem', r.problem, 'basis', i.basis, 'catalogueCode', i.catalogue_code) ORDER BY r.n)
         FROM ROWS FROM (jsonb_to_recordset(v.form->'rows') AS (item text, finding text, problem text)) WITH ORDINALITY AS r(item, finding, problem, n)
           LEFT JOIN LATERAL (SELECT e.version FROM jsonb_to_recordset(p.state->'items') AS e(code text, version int) WHERE e.code = r.item) held ON true
           LEFT JOIN check_item_version i ON i.item_code = r.item AND i.version = held.version
         WHERE r.finding = 'problem'), '[]') AS problems
     FROM result_version v JOIN official_case c ON c.id = v.visit_id JOIN official_case p ON p.id = c.parent_id JOIN check_object o ON o.id = c.subject_id
     WHERE v.visit_id = $1 AND v.department = $2 ORDER BY v.version DESC LIMIT 1`,
    [visit, department],
  );
  return found;
}

/** Every referral of a department about a visit, closed ones too, in the order of their numbers. */
export async function referralsOf(dataSource: DataSource, visit: string, department: string): Promise<ReferralState[]> {
  const rows: { state: ReferralState }[] = await dataSource.query(
    `SELECT state FROM official_case WHERE kind = $3 AND parent_id = $1 AND state->>'department' = $2 ORDER BY id`,
    [visit, department, referral.kind],
  );
  return rows.map(({ state }) => state);
}
