import type { OfficialCase } from '../../../db/entities/cases/official-case';
import type { VisitResult } from '../../../db/entities/cases/visit-result';
import type { CheckObject } from '../../../db/entities/registers/check-object';
import type { Queryable } from '../../../db/queryable';
import { every, sql, words, type Sql } from '../../../db/sql';
import { visit } from '../../../domain/visit/process';
import { resultStages, type VisitState } from '../../../domain/visit/state';
import type { OrderedList, Placed } from '../ordered-list';
import { sortedBy } from '../sorted-list';
import { firmReads, registerColumns } from '../name-search';
import { momentOfVisit } from '../../books/visit/moment-of-visit';
import { objectAsOf } from '../registers/as-of';
import { reached, type FunnelStep } from './check-funnels';
import { visibleTo, type Reader } from './may-read-case';

export interface VisitLine
  extends Pick<OfficialCase, 'id' | 'number' | 'stage'>, Pick<CheckObject, 'uscc' | 'address' | 'riskClass'> {
  state: VisitState;
  /** Name of the firm. */
  object: string;
  /** What the register says of it now. */
  status: string;
  /** Name of its township. */
  town: string | null;
  /** The first day on which somebody is due. */
  due: string | null;
  /** Who goes, the reader's own unit first. */
  team: { department: string; name: string }[];
  results: (Pick<VisitResult, 'department' | 'stage' | 'code' | 'publication' | 'disposition'> & { version: number })[];
}

/** The columns by which a check's firms are sorted; those of departments by `unit.` and their code. */
export const visitColumns = ['object', 'town', 'class', 'date', 'team'] as const;
export type VisitColumn = (typeof visitColumns)[number] | `unit.${string}`;

export interface VisitFilter {
  stage?: string;
  act?: string;
  text?: string;
  /** Of one department, or in one state of a result; of both together where both are given. */
  department?: string;
  result?: string;
  /** With a term that ended before this day. */
  lateOn?: string;
  /** How far it has come, in all its results or in those of one unit. */
  reached?: { step: FunnelStep; department?: string };
  /** By which column they stand; by their numbers where nothing is said. */
  sort?: { column: VisitColumn; descending: boolean };
}

/**
 * The visits of a check with each department's result, in the order of their numbers, which tells nothing of the draw, or
 * by a column.
 */
export function checkVisits(
  reader: Reader & { inspector?: string },
  check: string,
  filter: VisitFilter,
): OrderedList<VisitLine & Placed> {
  const conditions = [sql`c.kind = ${visit.kind} AND c.parent_id = ${check}`, visibleTo(reader)];
  if (filter.stage) conditions.push(sql`c.stage = ${filter.stage}`);
  if (filter.reached) conditions.push(reached(filter.reached.step, filter.reached.department));
  if (filter.text) conditions.push(firmReads(registerColumns, filter.text));
  if (filter.department || filter.result)
    conditions.push(
      sql`EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = c.id AND ${every([
        ...(filter.department ? [sql`r.department = ${filter.department}`] : []),
        ...(filter.result ? [sql`r.stage = ${filter.result}`] : []),
      ])})`,
    );
  if (filter.lateOn) conditions.push(sql`NOT c.closed AND c.due < ${filter.lateOn}::date`);
  if (filter.act) {
    conditions.push(
      sql`EXISTS (SELECT 1 FROM case_waiting w WHERE w.case_id = c.id AND w.act = ${filter.act} AND w.department = ${reader.department}
        AND w.capacity = ANY(${reader.capacities}::text[]) AND (w.officer IS NULL OR w.officer = ${reader.inspector ?? null}))`,
    );
  }
  const list: OrderedList<VisitLine & Placed> = {
    columns: sql`c.number AS place, c.id, c.number, c.stage, c.state, ${shownName} AS object, o.status, o.uscc, o.risk_class AS "riskClass", to_char(c.due, 'YYYY-MM-DD') AS due,
       (SELECT d.name FROM division d WHERE d.short_code = o.division) AS town, ${words(objectAsOf('address', momentOfVisit('c.id')))} AS address,
       (SELECT jsonb_agg(jsonb_build_object('department', r.department, 'stage', r.stage, 'code', r.code, 'version', r.result_version, 'publication', r.publication, 'disposition', r.disposition) ORDER BY r.department)
        FROM visit_result r WHERE r.visit_id = c.id) AS results,
       COALESCE((SELECT jsonb_agg(jsonb_build_object('department', t.department, 'name', t.name) ORDER BY t.at) FROM ${teamFor(reader)} t), '[]') AS team`,
    from: sql`official_case c JOIN check_object o ON o.id = c.subject_id`,
    where: every(conditions),
    ascending: true,
    // What an act does takes a visit out of a filter, or to another place of a column.
    keyed: sql`c.id`,
    order: ['c.number'],
    placeOf: (text) => [sql`${text}::text`],
  };
  const { sort } = filter;
  if (!sort) return list;
  // Whose names stand first is asked of all firms at once: asked of each by itself it took longer than the whole page.
  const from =
    sort.column === 'team'
      ? sql`${list.from} LEFT JOIN (${teamsOf(reader, check)}) team ON team.visit = c.id`
      : list.from;
  return sortedBy({ ...list, from }, { by: valueOf(sort.column), descending: sort.descending });
}

const shownName = words(objectAsOf('name', momentOfVisit('c.id')));

/** The officers of visit `c` as their place `at` among all has it: the reader's own unit, then the others by code. */
const teamFor = ({ department }: Reader): Sql =>
  sql`(SELECT r.key AS department, i.name, row_number() OVER (ORDER BY r.key <> ${department}, r.key, n.place) AS at
    FROM jsonb_each(c.state->'results') r, jsonb_array_elements_text(r.value->'officers') WITH ORDINALITY n(id, place) JOIN inspector i ON i.id = n.id::uuid)`;

/** The officers of each visit of a check as one text, in the order in which a row names them. */
const teamsOf = ({ department }: Reader, check: string): Sql =>
  sql`SELECT r.visit_id AS visit, string_agg(i.name, ' ' ORDER BY r.department <> ${department}, r.department, n.place) AS names
    FROM visit_result r CROSS JOIN LATERAL unnest(r.officers) WITH ORDINALITY n(id, place) JOIN inspector i ON i.id = n.id
    WHERE r.check_id = ${check} GROUP BY r.visit_id`;

function valueOf(column: VisitColumn): Sql {
  switch (column) {
    case 'object':
      return shownName;
    case 'town':
      return sql`(SELECT d.name FROM division d WHERE d.short_code = o.division)`;
    case 'class':
      return sql`o.risk_class`;
    case 'date':
      return sql`c.state->>'date'`;
    case 'team':
      return sql`team.names`;
    default: {
      const unit = column.slice('unit.'.length);
      return sql`(SELECT array_position(${[...resultStages]}::text[], r.stage) || r.publication || COALESCE(r.code, '') FROM visit_result r WHERE r.visit_id = c.id AND r.department = ${unit})`;
    }
  }
}

/** Units that have a result to enter at a check's firms, in the order of their codes. */
export async function departmentsOf(database: Queryable, check: string): Promise<string[]> {
  const rows: { department: string }[] = await database.query(
    'SELECT DISTINCT department FROM visit_result WHERE check_id = $1 ORDER BY department',
    [check],
  );
  return rows.map(({ department }) => department);
}
