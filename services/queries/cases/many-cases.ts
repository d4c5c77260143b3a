import type { DataSource } from 'typeorm';
import { every, rowsOf, sql, words } from '../../../db/sql';
import type { CaseStates } from '../../../domain/case-states';
import { viewFor } from '../../../domain/permissions/view-for';
import type { CaseKind } from '../../../domain/process';
import { processes } from '../../../domain/processes';
import { subjectColumns, subjectObject, type CaseSubject } from './case-subject';
import { visibleTo, type Reader } from './may-read-case';

/** A case in a list of those on which the same act is to be done. */
export interface ManyCase<K extends CaseKind = CaseKind> extends CaseSubject {
  id: string;
  kind: K;
  number: string;
  title: string;
  parent: string | null;
  parentNumber: string | null;
  parentTitle: string | null;
  state: CaseStates[K];
  /** Whether it waits for this person's act now. */
  waits: boolean;
  due: string | null;
  pendingYear: number | null;
}

export interface ManyCases {
  rows: ManyCase[];
  total: number;
}

/** How many are looked through for what is to be read first; who has more does the soonest of them. */
const lookedThrough = 500;

/**
 * The cases that wait for this person's act, soonest term first; or those of these numbers, whether they still wait or not.
 * @param which `within` is the number of the case, or of the check, that they belong to
 */
export async function manyCases(
  dataSource: DataSource,
  reader: Reader & { inspector?: string },
  { act, kind }: { act: string; kind: CaseKind },
  which: { within?: string; numbers?: readonly string[] },
): Promise<ManyCases> {
  const conditions = [visibleTo(reader), sql`c.kind = ${kind}`];
  if (which.numbers) conditions.push(sql`c.number = ANY(${[...which.numbers]}::text[])`);
  else conditions.push(sql`w.case_id IS NOT NULL`);
  if (which.within) conditions.push(sql`(p.number = ${which.within} OR g.number = ${which.within})`);
  const rows = await rowsOf<ManyCase & { total: number }>(
    dataSource,
    sql`SELECT count(*) OVER ()::int AS total, c.id, c.kind, c.number, c.title, c.parent_id AS parent, p.number AS "parentNumber", p.title AS "parentTitle", c.state,
        w.case_id IS NOT NULL AS waits, to_char(w.due, 'YYYY-MM-DD') AS due, w."pendingYear", ${words(subjectColumns)}
      FROM official_case c LEFT JOIN official_case p ON p.id = c.parent_id LEFT JOIN official_case g ON g.id = p.parent_id ${words(subjectObject)}
      LEFT JOIN (SELECT case_id, min(due) AS due, min(pending_year) AS "pendingYear" FROM case_waiting
        WHERE act = ${act} AND department = ${reader.department} AND capacity = ANY(${reader.capacities}::text[])
          AND (officer IS NULL OR officer = ${reader.inspector ?? null}) GROUP BY case_id) w ON w.case_id = c.id
      WHERE ${every(conditions)} ORDER BY w.due NULLS LAST, c.number LIMIT ${lookedThrough}`,
  );
  const seen = rows.flatMap(({ total: _total, ...row }) => {
    const view = viewFor(processes[row.kind], row.state, reader);
    return view ? [{ ...row, state: view.state } as ManyCase] : [];
  });
  return { rows: seen, total: rows[0]?.total ?? 0 };
}
