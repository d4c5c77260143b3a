import type { DataSource } from 'typeorm';
import type { CaseKind } from '../../../domain/process';
import { containing } from '../like-pattern';
import { subjectColumns, subjectObject, type CaseSubject } from './case-subject';
import { visibleTo, type Reader } from './may-read-case';

export interface CaseFilter {
  kind?: string;
  stage?: string;
  department?: string;
  parent?: string;
  text?: string;
  overdueOn?: string;
  closed?: boolean;
  page: number;
  pageSize: number;
}

export interface CaseLine extends CaseSubject {
  id: string;
  kind: CaseKind;
  number: string;
  title: string;
  /** Title of the case that this one belongs to. */
  parentTitle: string | null;
  stage: string;
  closed: boolean;
  leadDepartment: string;
  departments: string[];
  due: string | null;
  stageSince: Date;
  openedAt: Date;
  waiting: { act: string; department: string; capacity: string }[];
}

/** Cases that a reader may see, newest first, with whom each waits for. */
export async function listCases(
  dataSource: DataSource,
  reader: Reader,
  filter: CaseFilter,
): Promise<{ rows: CaseLine[]; total: number }> {
  const parameters: unknown[] = [];
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions: string[] = [];
  if (filter.kind) conditions.push(`c.kind = ${place(filter.kind)}`);
  if (filter.stage) conditions.push(`c.stage = ${place(filter.stage)}`);
  if (filter.parent) conditions.push(`c.parent_id = ${place(filter.parent)}`);
  if (filter.closed !== undefined) conditions.push(`c.closed = ${place(filter.closed)}`);
  if (filter.overdueOn && filter.department)
    conditions.push(`NOT c.closed AND ${lateThrough(place(filter.department), place(filter.overdueOn))}`);
  else if (filter.overdueOn) conditions.push(`NOT c.closed AND c.due < ${place(filter.overdueOn)}::date`);
  else if (filter.department) conditions.push(`${place(filter.department)} = ANY(c.departments)`);
  if (filter.text)
    conditions.push(
      `(c.title ILIKE ${place(containing(filter.text))} OR c.number ILIKE $${parameters.length} OR ${aboutFirm(parameters.length)})`,
    );
  const visible = visibleTo(reader, parameters.length + 1);
  parameters.push(...visible.parameters);
  const where = [...conditions, visible.sql].join(' AND ');

  const [{ total }]: [{ total: number }] = await dataSource.query(
    `SELECT count(*)::int AS total FROM official_case c WHERE ${where}`,
    parameters,
  );
  const rows: CaseLine[] = await dataSource.query(
    `SELECT c.id, c.kind, c.number, c.title, p.title AS "parentTitle", c.stage, c.closed, c.lead_department AS "leadDepartment", c.departments, to_char(c.due, 'YYYY-MM-DD') AS due,
       c.stage_since AS "stageSince", c.opened_at AS "openedAt", ${subjectColumns},
       COALESCE((SELECT jsonb_agg(DISTINCT jsonb_build_object('act', w.act, 'department', w.department, 'capacity', w.capacity)) FROM case_waiting w WHERE w.case_id = c.id), '[]') AS waiting
     FROM (SELECT * FROM official_case c WHERE ${where} ORDER BY c.opened_at DESC, c.id LIMIT ${place(filter.pageSize)} OFFSET ${place((filter.page - 1) * filter.pageSize)}) c
       LEFT JOIN official_case p ON p.id = c.parent_id ${subjectObject} ORDER BY c.opened_at DESC, c.id`,
    parameters,
  );
  return { rows, total };
}

/** A department is late with what waits for it, not with what its partners have not done. */
function lateThrough(department: string, day: string): string {
  return `EXISTS (SELECT 1 FROM case_waiting w WHERE w.case_id = c.id AND w.department = ${department} AND w.due < ${day}::date)`;
}

/** What is about a firm has no name of its own: people look for the firm. */
function aboutFirm(at: number): string {
  return `c.subject_id IN (SELECT o.id FROM check_object o WHERE o.name ILIKE $${at})`;
}
