import type { Queryable } from '../../../db/queryable';
import { every, rowsOf, sql, words, type Sql } from '../../../db/sql';
import { isAdverse, resultCodes } from '../../../domain/visit/record-form';
import { momentOfVisit } from '../../books/visit/moment-of-visit';
import type { OrderedList, Placed } from '../ordered-list';
import { sortedBy } from '../sorted-list';
import { objectAsOf } from '../registers/as-of';
import { seesAll, type Reader } from './may-read-case';

export interface QueueLine {
  visitId: string;
  number: string;
  check: string;
  /** The firm by the name of the day of its visit, and by that of now. */
  object: string;
  objectNow: string;
  department: string;
  code: string;
  completedOn: string;
  due: string | null;
  pendingYear: number | null;
  publication: string;
  /** Whether the firm has a credit code, without which no platform takes a record about it. */
  coded: boolean;
}

const never = "'infinity'::date";
const place = /^(\d{4}-\d\d-\d\d|infinity)~([0-9A-Z-]{1,60})~([A-Z0-9]{1,16})$/;

/** How the term of a result stands on a day. */
export const publicationTerms = ['overdue', 'onTime', 'pending'] as const;

export interface QueueFilter {
  /** Number of the check. */
  check?: string;
  department?: string;
  /** Short code of the firm's division. */
  town?: string;
  term?: { is: (typeof publicationTerms)[number]; today: string };
  finding?: 'adverse' | 'other';
  publication?: string;
  /** By which column they stand; soonest term first where nothing is said. */
  sort?: { column: QueueColumn; descending: boolean };
}

/** The columns of the queue, by each of which it is sorted. */
export const queueColumns = ['object', 'check', 'department', 'result', 'completedOn', 'publication', 'due'] as const;
export type QueueColumn = (typeof queueColumns)[number];

const shownName = words(objectAsOf('name', momentOfVisit('r.visit_id')));
const valueOf: Record<QueueColumn, Sql> = {
  object: shownName,
  check: sql`p.title`,
  department: sql`(SELECT d.name FROM department d WHERE d.code = r.department)`,
  result: sql`to_char(array_position(${[...resultCodes]}::text[], r.code), 'FM00')`,
  completedOn: sql`to_char(r.completed_on, 'YYYY-MM-DD')`,
  publication: sql`r.publication`,
  due: sql`to_char(r.publish_due, 'YYYY-MM-DD')`,
};

/** Results that wait to be published, soonest term first or by a column; a department sees its own. */
export function publicationQueue(reader: Reader, filter: QueueFilter = {}): OrderedList<QueueLine & Placed> {
  const list: OrderedList<QueueLine & Placed> = {
    columns: sql`COALESCE(r.publish_due, ${words(never)}) || '~' || c.number || '~' || r.department AS place, r.visit_id AS "visitId", c.number, p.title AS check,
      ${shownName} AS object, o.name AS "objectNow",
      r.department, r.code, to_char(r.completed_on, 'YYYY-MM-DD') AS "completedOn", to_char(r.publish_due, 'YYYY-MM-DD') AS due,
      r.publish_pending_year AS "pendingYear", r.publication, o.uscc IS NOT NULL AS coded`,
    from: sql`visit_result r JOIN official_case c ON c.id = r.visit_id JOIN official_case p ON p.id = r.check_id JOIN check_object o ON o.id = r.object_id`,
    where: every([
      sql`r.publication IN ('awaiting', 'withholdingProposed') AND r.stage = 'reviewed'`,
      seesAll(reader) ? sql`TRUE` : sql`r.department = ${reader.department}`,
      ...narrowed(filter),
    ]),
    ascending: true,
    order: [`COALESCE(r.publish_due, ${never})`, 'c.number', 'r.department'],
    placeOf(text) {
      const [, due, number, department] = place.exec(text) ?? [];
      return due === undefined ? undefined : [sql`${due}::date`, sql`${number}::text`, sql`${department}::text`];
    },
  };
  const { sort } = filter;
  return sort ? sortedBy(list, { by: valueOf[sort.column], descending: sort.descending }) : list;
}

function narrowed({ check, department, town, term, finding, publication }: QueueFilter): Sql[] {
  const adverse = sql`r.code = ANY(${resultCodes.filter(isAdverse)}::text[])`;
  return [
    ...(publication ? [sql`r.publication = ${publication}`] : []),
    ...(check ? [sql`p.number = ${check}`] : []),
    ...(department ? [sql`r.department = ${department}`] : []),
    ...(town ? [sql`o.division = ${town}`] : []),
    ...(finding ? [finding === 'adverse' ? adverse : sql`NOT ${adverse}`] : []),
    ...(term?.is === 'overdue' ? [sql`r.publish_due < ${term.today}::date`] : []),
    ...(term?.is === 'onTime' ? [sql`r.publish_due >= ${term.today}::date`] : []),
    ...(term?.is === 'pending' ? [sql`r.publish_pending_year IS NOT NULL`] : []),
  ];
}

export interface QueueChoices {
  checks: { value: string; text: string }[];
  departments: string[];
  towns: { value: string; text: string }[];
}

/** By what the queue of a reader can be narrowed: only what is in it. */
export async function queueChoices(database: Queryable, reader: Reader): Promise<QueueChoices> {
  const { from, where } = publicationQueue(reader);
  const [found] = await rowsOf<QueueChoices>(
    database,
    sql`SELECT COALESCE(jsonb_agg(DISTINCT jsonb_build_object('value', p.number, 'text', p.title)), '[]') AS checks,
      COALESCE(array_agg(DISTINCT r.department), '{}') AS departments,
      COALESCE(jsonb_agg(DISTINCT jsonb_build_object('value', v.short_code, 'text', v.name)) FILTER (WHERE v.short_code IS NOT NULL), '[]') AS towns
    FROM ${from} LEFT JOIN division v ON v.short_code = o.division WHERE ${where}`,
  );
  return found ?? { checks: [], departments: [], towns: [] };
}
