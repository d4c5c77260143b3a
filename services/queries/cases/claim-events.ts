import type { DataSource } from 'typeorm';
import { every, rowsOf, sql, type Sql } from '../../../db/sql';
import { processes } from '../../../domain/processes';
import type { Reader } from './may-read-case';
import { caseAndParts } from './parts-for';

/** What became of a name on a task: put there, taken over, given back, or over because its person was away or shut out. */
export interface ClaimEvent {
  how: 'taken' | 'takenOver' | 'released' | 'away';
  act: string;
  department: string;
  name: string;
  /** Who had it before; only where it was taken over. */
  before: string | null;
  at: Date;
  /** On how many cases at once. */
  cases: number;
}

/** In which capacities each act is done, by its name. */
const capacitiesOf = () =>
  JSON.stringify(
    Object.fromEntries(
      Object.values(processes)
        .flatMap(({ acts }) => acts)
        .map(({ name, by }) => [name, by.map(({ capacity }) => capacity)]),
    ),
  );

/**
 * What became of the names on the tasks of a case and of its parts that are listed each, newest first. Only the unit itself
 * is told. That a name ended with a leave or an account is not written at the claim but read from their own histories.
 * @param which events after `from` and until `to`; all where nothing is said
 */
export async function claimEvents(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
  { from, to, act }: { from?: Date; to?: Date; act?: string },
): Promise<ClaimEvent[]> {
  const during: Sql[] = [
    ...(from ? [sql`e.at > ${from}`] : []),
    ...(to ? [sql`e.at <= ${to}`] : []),
    ...(act ? [sql`e.act = ${act}`] : []),
  ];
  return rowsOf<ClaimEvent>(
    dataSource,
    sql`WITH claim AS (
       SELECT k.*, p.name, p.inspector_id FROM task_claim k JOIN account p ON p.id = k.account
       WHERE k.department = ${reader.department} AND k.case_id = ANY (${caseAndParts(reader, caseId)})
     ), event AS (
       SELECT CASE WHEN b.name IS NULL THEN 'taken' ELSE 'takenOver' END AS how, k.act, k.department, k.name, b.name AS before, k.since AS at
       FROM claim k LEFT JOIN claim b ON b.case_id = k.case_id AND b.act = k.act AND b.ended_at = k.since AND b.ended_by = k.account AND b.account <> k.account
       UNION ALL
       SELECT 'released', k.act, k.department, k.name, NULL, k.ended_at FROM claim k
       WHERE k.ended_by = k.account AND NOT EXISTS (SELECT 1 FROM claim n WHERE n.case_id = k.case_id AND n.act = k.act AND n.account = k.account AND n.since = k.ended_at)
       UNION ALL
       SELECT 'away', k.act, k.department, k.name, NULL, gone.at FROM claim k CROSS JOIN LATERAL (
         SELECT min(r.at) AS at FROM register_change r
         WHERE r.at > k.since AND (k.ended_at IS NULL OR r.at < k.ended_at) AND (
           (r.register = 'account' AND r.subject_id = k.account::text AND (r.after->>'active' = 'false' OR r.after->>'department' <> k.department
             OR r.after ? 'capacities' AND NOT r.after->'capacities' ?| ARRAY(SELECT jsonb_array_elements_text(${capacitiesOf()}::jsonb -> k.act))))
           OR (r.register = 'inspector' AND r.subject_id = k.inspector_id::text AND r.after->>'duty_status' <> 'onDuty'))
       ) gone
       WHERE gone.at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM acts a WHERE a.subject_id = k.case_id AND a.act = k.act AND a.department = k.department AND a.at BETWEEN k.since AND gone.at)
     )
     SELECT e.how, e.act, e.department, e.name, e.before, e.at, count(*)::int AS cases FROM event e WHERE ${every(during)}
     GROUP BY e.how, e.act, e.department, e.name, e.before, e.at ORDER BY e.at DESC, e.act, e.name`,
  );
}
