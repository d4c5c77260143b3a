import type { DataSource } from 'typeorm';
import { visit } from '../../../domain/visit/process';
import { containing } from '../like-pattern';
import { visibleTo, type Reader } from './may-read-case';

export interface VisitLine {
  id: string;
  number: string;
  stage: string;
  date: string | null;
  object: string;
  uscc: string | null;
  address: string | null;
  /** Departments that asked for another day. */
  dateRequests: { department: string; wanted: string; reason: string }[];
  results: {
    department: string;
    stage: string;
    code: string | null;
    version: number;
    publication: string;
    disposition: string;
  }[];
}

export interface VisitFilter {
  stage?: string;
  act?: string;
  text?: string;
  page: number;
  pageSize: number;
}

/** The visits of a check in the order of the draw, with each department's result. */
export async function checkVisits(
  dataSource: DataSource,
  reader: Reader & { inspector?: string },
  check: string,
  filter: VisitFilter,
): Promise<{ rows: VisitLine[]; total: number }> {
  const parameters: unknown[] = [check];
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [`c.kind = ${place(visit.kind)}`, 'c.parent_id = $1'];
  if (filter.stage) conditions.push(`c.stage = ${place(filter.stage)}`);
  if (filter.text)
    conditions.push(`(o.name ILIKE ${place(containing(filter.text))} OR o.uscc = $${parameters.length})`);
  if (filter.act) {
    conditions.push(
      `EXISTS (SELECT 1 FROM case_waiting w WHERE w.case_id = c.id AND w.act = ${place(filter.act)} AND w.department = ${place(reader.department)}
        AND w.capacity = ANY(${place(reader.capacities)}::text[]) AND (w.officer IS NULL OR w.officer = ${place(reader.inspector ?? null)}))`,
    );
  }
  const visible = visibleTo(reader, parameters.length + 1);
  parameters.push(...visible.parameters);
  const from = `FROM official_case c JOIN check_object o ON o.id = c.subject_id WHERE ${[...conditions, visible.sql].join(' AND ')}`;
  const [{ total }]: [{ total: number }] = await dataSource.query(`SELECT count(*)::int AS total ${from}`, parameters);
  const rows: VisitLine[] = await dataSource.query(
    `SELECT c.id, c.number, c.stage, c.state->>'date' AS date, c.state->'dateRequests' AS "dateRequests", o.name AS object, o.uscc, o.address,
       (SELECT jsonb_agg(jsonb_build_object('department', r.department, 'stage', r.stage, 'code', r.code, 'version', r.result_version, 'publication', r.publication, 'disposition', r.disposition) ORDER BY r.department)
        FROM visit_result r WHERE r.visit_id = c.id) AS results
     ${from} ORDER BY c.number LIMIT ${place(filter.pageSize)} OFFSET ${place((filter.page - 1) * filter.pageSize)}`,
    parameters,
  );
  return { rows, total };
}
