import type { DataSource } from 'typeorm';
import type { CaseWaiting } from '../../../db/entities/cases/case-waiting';
import type { OfficialCase } from '../../../db/entities/cases/official-case';
import { every, rowsOf, sql, words, type Sql } from '../../../db/sql';
import type { CaseKind } from '../../../domain/process';
import { caseKinds, processes } from '../../../domain/processes';
import { momentPlace, readMomentPlace } from '../moment-place';
import type { OrderedList, Placed } from '../ordered-list';
import { sortedBy } from '../sorted-list';
import { caseSays } from './case-says';
import { subjectColumns, subjectObject, type CaseSubject } from './case-subject';
import { visibleTo, type Reader } from './may-read-case';

export interface CaseFilter {
  kind?: string;
  stage?: string;
  department?: string;
  parent?: string;
  text?: string;
  overdueOn?: string;
  /** Only visits of which a problem became none from one version to the next. */
  softened?: boolean;
  closed?: boolean;
  /** Only cases in which something was done since this moment. */
  changedSince?: string;
  /** By which column they stand; newest first where nothing is said. */
  sort?: { column: CaseColumn; descending: boolean };
}

/** The columns by which cases are sorted. */
export const caseColumns = ['title', 'number', 'lead', 'stage', 'due'] as const;
export type CaseColumn = (typeof caseColumns)[number];

type Columns =
  'id' | 'number' | 'title' | 'stage' | 'closed' | 'leadDepartment' | 'departments' | 'due' | 'stageSince' | 'openedAt';

export interface CaseLine extends CaseSubject, Pick<OfficialCase, Columns> {
  kind: CaseKind;
  /** Title of the case that this one belongs to. */
  parentTitle: string | null;
  /** Whom it waits for, each with its own term, the late one first. */
  waiting: (Pick<CaseWaiting, 'act' | 'department' | 'capacity'> & {
    due: string | null;
    pendingYear: number | null;
  })[];
}

const columnsFor = (reader: Reader): Sql =>
  sql`c.id, c.kind, c.number, c.title, p.title AS "parentTitle", c.stage, c.closed, c.lead_department AS "leadDepartment", c.departments, to_char(c.due, 'YYYY-MM-DD') AS due,
  c.stage_since AS "stageSince", c.opened_at AS "openedAt", ${words(subjectColumns)},
  COALESCE((SELECT jsonb_agg(jsonb_build_object('act', w.act, 'department', w.department, 'capacity', w.capacity, 'due', w.due, 'pendingYear', w.pending_year)
      ORDER BY w.due NULLS LAST, w.since, w.department, w.act)
    FROM (SELECT act, department, capacity, min(since) AS since, min(due) AS due, CASE WHEN min(due) IS NULL THEN min(pending_year) END AS pending_year
      FROM (${waitsWith(reader)}) each GROUP BY act, department, capacity) w), '[]') AS waiting`;

/** What case `c` waits for; a case that belongs to no other waits for all that its open parts wait for, too. */
function waitsWith(reader: Reader): Sql {
  const one = words('w.act, w.department, w.capacity, w.since, w.due, w.pending_year');
  return sql`SELECT ${one} FROM case_waiting w WHERE w.case_id = c.id
    UNION ALL SELECT ${one} FROM official_case k JOIN case_waiting w ON w.case_id = k.id
      WHERE c.parent_id IS NULL AND k.parent_id = c.id AND NOT k.closed AND ${visibleTo(reader, 'k')}
    UNION ALL SELECT ${one} FROM official_case k JOIN official_case g ON g.parent_id = k.id JOIN case_waiting w ON w.case_id = g.id
      WHERE c.parent_id IS NULL AND k.parent_id = c.id AND NOT g.closed AND ${visibleTo(reader, 'g')}`;
}

const withOthers = words(`LEFT JOIN official_case p ON p.id = c.parent_id ${subjectObject}`);

/** Cases that a reader may see, newest first or by a column, with whom each waits for. */
export function casesOf(reader: Reader, filter: CaseFilter): OrderedList<CaseLine & Placed> {
  const list: OrderedList<CaseLine & Placed> = {
    columns: sql`${momentPlace('c.opened_at', 'c.id')} AS place, ${columnsFor(reader)}`,
    from: sql`official_case c ${withOthers}`,
    where: conditionOf(reader, filter),
    // A case that is closed meanwhile leaves the list of the open ones.
    keyed: sql`c.id`,
    order: ['c.opened_at', 'c.id'],
    placeOf: readMomentPlace('text'),
  };
  const { sort } = filter;
  return sort ? sortedBy(list, { by: valueOf(sort.column, reader, filter), descending: sort.descending }) : list;
}

const stagesInOrder = caseKinds.flatMap((kind) => processes[kind].stages.map((stage) => `${kind} ${stage}`));

function valueOf(column: CaseColumn, reader: Reader, { department }: CaseFilter): Sql {
  switch (column) {
    case 'title':
      // By the name of now: those of earlier days, which the rows show beside it, are asked of the histories row by row.
      return sql`COALESCE(o.name, CASE WHEN c.title = c.number THEN p.title END, c.title)`;
    case 'number':
      return sql`c.number`;
    case 'lead':
      return sql`(SELECT d.name FROM department d WHERE d.code = c.lead_department)`;
    case 'stage':
      return sql`to_char(array_position(${stagesInOrder}::text[], c.kind || ' ' || c.stage), 'FM000')`;
    case 'due':
      return sql`CASE WHEN c.parent_id IS NULL OR ${department !== undefined} THEN (SELECT to_char(${firstDue(department)}, 'YYYY-MM-DD') FROM (${waitsWith(reader)}) w)
        ELSE to_char(c.due, 'YYYY-MM-DD') END`;
  }
}

/** The term that a row shows first: of the unit that was asked for before that of others, as `waitingOf` has it. */
const firstDue = (department: string | undefined): Sql =>
  department === undefined
    ? sql`min(w.due)`
    : sql`CASE WHEN bool_or(w.department = ${department}) THEN min(w.due) FILTER (WHERE w.department = ${department}) ELSE min(w.due) END`;

/** The lines of these cases, in the order of their ids; whoever asks has seen to it that they may be read. */
export async function casesById(dataSource: DataSource, reader: Reader, ids: readonly string[]): Promise<CaseLine[]> {
  if (ids.length === 0) return [];
  return rowsOf(
    dataSource,
    sql`SELECT ${columnsFor(reader)} FROM unnest(${ids}::text[]) WITH ORDINALITY AS asked(id, place) JOIN official_case c ON c.id = asked.id ${withOthers} ORDER BY asked.place`,
  );
}

function conditionOf(reader: Reader, filter: CaseFilter): Sql {
  const conditions = [visibleTo(reader)];
  if (filter.kind) conditions.push(sql`c.kind = ${filter.kind}`);
  if (filter.stage) conditions.push(sql`c.stage = ${filter.stage}`);
  if (filter.parent) conditions.push(sql`c.parent_id = ${filter.parent}`);
  if (filter.closed !== undefined) conditions.push(sql`c.closed = ${filter.closed}`);
  if (filter.overdueOn && filter.department)
    conditions.push(sql`NOT c.closed AND ${withParts(reader, lateThrough(filter.department, filter.overdueOn))}`);
  else if (filter.overdueOn)
    conditions.push(sql`NOT c.closed AND ${withParts(reader, sql`c.due < ${filter.overdueOn}::date`)}`);
  else if (filter.department) conditions.push(sql`${filter.department} = ANY(c.departments)`);
  if (filter.changedSince)
    conditions.push(
      sql`(c.opened_at >= ${filter.changedSince} OR c.id IN (SELECT a.subject_id FROM acts a WHERE a.at >= ${filter.changedSince}))`,
    );
  if (filter.text)
    conditions.push(sql`c.id IN (SELECT s.case_id FROM case_search s WHERE ${caseSays(filter.text, 'pairs')})`);
  if (filter.softened) conditions.push(sql`c.state @? '$.results.*.softenings[0]'`);
  return every(conditions);
}

/** Of a case itself, or of an open part of it that the reader may see, where it belongs to no other. */
function withParts(reader: Reader, late: Sql): Sql {
  return sql`(${late} OR c.parent_id IS NULL AND c.id IN (
    SELECT COALESCE(k.parent_id, k.id) FROM official_case c JOIN official_case k ON k.id = c.parent_id WHERE NOT c.closed AND ${visibleTo(reader)} AND ${late}))`;
}

/** A department is late with what waits for it, not with what its partners have not done. */
function lateThrough(department: string, day: string): Sql {
  return sql`EXISTS (SELECT 1 FROM case_waiting w WHERE w.case_id = c.id AND w.department = ${department} AND w.due < ${day}::date)`;
}
