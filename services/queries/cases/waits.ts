import { every, sql, words, type Sql } from '../../../db/sql';
import type { OrderedList, Placed } from '../ordered-list';
import { sortedBy } from '../sorted-list';
import { subjectColumns, subjectObject, type CaseSubject } from './case-subject';
import { visibleTo, type Reader } from './may-read-case';

/** Of what is waited for, by how it stands; with a day: what was done, began or was late on it. */
export const waitStandings = [
  'open',
  'overdue',
  'today',
  'ahead',
  'pending',
  'returned',
  'notReturned',
  'done',
  'doneLate',
  'begun',
  'late',
] as const;
/** Those that are about one day, reached by a figure of it. */
export const standingsOfDay: readonly WaitStanding[] = ['begun', 'late'];
export type WaitStanding = (typeof waitStandings)[number];

export interface WaitsFilter {
  standing: WaitStanding;
  /** Legal day that `done`, `begun` and `late` are about. */
  day?: string;
  department?: string;
  act?: string;
  /** Id of a case: its own waits and those of all that grew out of it. */
  within?: string;
}

/** One act that a case waits for, or waited for until the unit did it. */
export interface WaitLine extends CaseSubject {
  id: string;
  caseId: string;
  number: string;
  title: string;
  parentTitle: string | null;
  act: string;
  capacity: string;
  department: string;
  returned: boolean;
  since: Date;
  due: string | null;
  pendingYear: number | null;
  endedAt: Date | null;
}

/** How far back what was done is counted, in days. */
export const daysBack = 365;

/**
 * `w`: what cases wait for, and what they waited for until an act of the same unit ended it; the officers of a team wait as
 * one. A wait that a withdrawal or the clock ended was done by nobody and is left out.
 */
export const waits =
  words(`(SELECT 'w' || min(w.id) AS id, w.case_id, w.act, w.capacity, w.department, w.returned, w.since, w.due, w.pending_year, NULL::timestamptz AS ended_at
    FROM case_waiting w GROUP BY w.case_id, w.act, w.capacity, w.department, w.returned, w.since, w.due, w.pending_year
  UNION ALL
  SELECT 'e' || min(e.id), e.case_id, e.act, e.capacity, e.department, false, e.since, e.due, e.pending_year, e.ended_at
    FROM ended_waiting e JOIN acts a ON a.id = e.ended_by AND a.department = e.department AND a.capacity <> 'system'
    GROUP BY e.case_id, e.act, e.capacity, e.department, e.since, e.due, e.pending_year, e.ended_at) w JOIN official_case c ON c.id = w.case_id`);

const dayOf = (column: string): Sql => words(`(${column} AT TIME ZONE 'Asia/Shanghai')::date`);

/** Whether a wait `w` stands so; figures and their lists ask this alone, so that they are equal. */
export function standsSo(standing: WaitStanding, today: string, day?: Sql): Sql {
  const of = day ?? sql`${today}::date`;
  const done = day
    ? sql`w.ended_at IS NOT NULL AND ${dayOf('w.ended_at')} = ${of}`
    : sql`w.ended_at IS NOT NULL AND ${dayOf('w.ended_at')} > ${today}::date - ${daysBack}::int`;
  return {
    open: sql`w.ended_at IS NULL`,
    overdue: sql`w.ended_at IS NULL AND w.due < ${today}::date`,
    today: sql`w.ended_at IS NULL AND w.due = ${today}::date`,
    ahead: sql`w.ended_at IS NULL AND w.due > ${today}::date`,
    pending: sql`w.ended_at IS NULL AND w.due IS NULL`,
    returned: sql`w.ended_at IS NULL AND w.returned`,
    notReturned: sql`w.ended_at IS NULL AND NOT w.returned`,
    done,
    doneLate: sql`${done} AND w.due < ${dayOf('w.ended_at')}`,
    begun: sql`${dayOf('w.since')} = ${of}`,
    late: sql`w.due < ${of} AND ${dayOf('w.since')} <= ${of} AND (w.ended_at IS NULL OR ${dayOf('w.ended_at')} > ${of})`,
  }[standing];
}

/** What a reader may see of the waits, of one unit where one is given. */
export function seenWaits(reader: Reader, { department, act, within }: Omit<WaitsFilter, 'standing' | 'day'>): Sql {
  const conditions = [visibleTo(reader)];
  if (department) conditions.push(sql`w.department = ${department}`);
  if (act) conditions.push(sql`w.act = ${act}`);
  if (within)
    conditions.push(
      sql`c.id = ${within} OR c.parent_id = ${within} OR c.parent_id IN (SELECT id FROM official_case WHERE parent_id = ${within})`,
    );
  return every(conditions);
}

const never = "'infinity'::date";
const place = /^(\d{4}-\d\d-\d\d|infinity)~([ew]\d{1,19})$/;

/** The columns by which waits are sorted; `ended` where they are over. */
export const waitColumns = ['who', 'case', 'since', 'due', 'ended'] as const;

const iso = (column: string): Sql => words(`to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`);
const said: Record<(typeof waitColumns)[number], Sql> = {
  who: words('(SELECT d.name FROM department d WHERE d.code = w.department)'),
  case: words('c.title'),
  since: iso('w.since'),
  due: words(`to_char(w.due, 'YYYY-MM-DD')`),
  ended: iso('w.ended_at'),
};

/** The waits themselves, the most urgent first. */
export function waitList(
  reader: Reader,
  filter: WaitsFilter & { sort?: { column: (typeof waitColumns)[number]; descending: boolean } },
  today: string,
): OrderedList<WaitLine & Placed> {
  const day = filter.day ? sql`${filter.day}::date` : undefined;
  const list: OrderedList<WaitLine & Placed> = {
    columns: sql`COALESCE(w.due, ${words(never)}) || '~' || w.id AS place, w.id, c.id AS "caseId", c.number, c.title, p.title AS "parentTitle", w.act, w.capacity, w.department, w.returned,
      w.since, to_char(w.due, 'YYYY-MM-DD') AS due, w.pending_year AS "pendingYear", w.ended_at AS "endedAt", ${words(subjectColumns)}`,
    from: sql`${waits} LEFT JOIN official_case p ON p.id = c.parent_id ${words(subjectObject)}`,
    where: every([seenWaits(reader, filter), standsSo(filter.standing, today, day)]),
    ascending: true,
    order: [`COALESCE(w.due, ${never})`, 'w.id'],
    placeOf(text) {
      const [, due, id] = place.exec(text) ?? [];
      return due === undefined ? undefined : [sql`${due}::date`, sql`${id}::text`];
    },
  };
  const { sort } = filter;
  return sort ? sortedBy(list, { by: said[sort.column], descending: sort.descending }) : list;
}
