import type { DataSource } from 'typeorm';
import { seesAll, type Reader } from './may-read-case';

export interface DepartmentStanding {
  department: string;
  /** Open cases that it takes part in. */
  open: number;
  /** Cases that wait for it past their term. */
  overdue: number;
}

/** How many cases each department has under way and how many it is late with, the latest first; for those who see all cases. */
export async function departmentStanding(
  dataSource: DataSource,
  reader: Reader,
  today: string,
): Promise<DepartmentStanding[]> {
  if (!seesAll(reader)) return [];
  return dataSource.query(
    `WITH part AS (SELECT department, count(*)::int AS open FROM official_case c, unnest(c.departments) department WHERE NOT c.closed GROUP BY department),
       late AS (SELECT w.department, count(DISTINCT w.case_id)::int AS overdue FROM case_waiting w WHERE w.due < $1::date GROUP BY w.department)
     SELECT COALESCE(part.department, late.department) AS department, COALESCE(part.open, 0) AS open, COALESCE(late.overdue, 0) AS overdue
     FROM part FULL JOIN late ON late.department = part.department ORDER BY overdue DESC, open DESC, department`,
    [today],
  );
}
