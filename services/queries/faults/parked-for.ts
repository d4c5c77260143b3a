import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import { visibleTo, type Reader } from '../cases/may-read-case';

export interface ParkedTask {
  caseId: string;
  key: string;
  step: string;
  /** Name of the firm or of the case; nothing where the reader may not read it, or it was not opened yet. */
  title: string | null;
  /** Whether it waits for the system administrator; else it is mended and the person may send again. */
  parked: boolean;
  since: Date;
}

/** Days in which a person is reminded to send again what was parked. */
const remindedDays = 7;

/**
 * Parked steps that concern a person beside the system administrator: their own acts and, for a leader, those of the unit;
 * also their own requests whose fault is mended and that they have not done since. What the fault said is not among it.
 */
export async function parkedFor(dataSource: DataSource, reader: Reader & { account: string }): Promise<ParkedTask[]> {
  const leads = reader.capacities.some((capacity) => capacity === 'departmentLeader' || capacity === 'officeDirector');
  return rowsOf<ParkedTask>(
    dataSource,
    sql`SELECT f.case_id AS "caseId", f.key, f.step, f.settled_at IS NULL AS parked, COALESCE(f.settled_at, f.parked_at) AS since,
       CASE WHEN ${visibleTo(reader)} THEN COALESCE(o.name, c.title) END AS title
     FROM step_fault f LEFT JOIN official_case c ON c.id = f.case_id LEFT JOIN check_object o ON o.id = c.subject_id
     WHERE f.parked_at IS NOT NULL AND (
       (f.settled_at IS NULL AND (f.account = ${reader.account} OR (${leads} AND f.department = ${reader.department})))
       OR (f.account = ${reader.account} AND f.settled_by <> 'system' AND f.settled_at > now() - make_interval(days => ${remindedDays})
         AND NOT EXISTS (SELECT 1 FROM acts a WHERE a.account = f.account AND a.act = f.step AND a.at > f.settled_at
           AND (a.subject_id = f.case_id OR f.case_id LIKE 'opening/%')))
     )
     ORDER BY since DESC, f.id DESC`,
  );
}
