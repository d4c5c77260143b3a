import { every, sql, words } from '../../../db/sql';
import { momentOfVisit } from '../../books/visit/moment-of-visit';
import type { OrderedList, Placed } from '../ordered-list';
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

/** Results that wait to be published, soonest term first; a department sees its own. */
export function publicationQueue(reader: Reader): OrderedList<QueueLine & Placed> {
  return {
    columns: sql`COALESCE(r.publish_due, ${words(never)}) || '~' || c.number || '~' || r.department AS place, r.visit_id AS "visitId", c.number, p.title AS check,
      ${words(objectAsOf('name', momentOfVisit('r.visit_id')))} AS object, o.name AS "objectNow",
      r.department, r.code, to_char(r.completed_on, 'YYYY-MM-DD') AS "completedOn", to_char(r.publish_due, 'YYYY-MM-DD') AS due,
      r.publish_pending_year AS "pendingYear", r.publication, o.uscc IS NOT NULL AS coded`,
    from: sql`visit_result r JOIN official_case c ON c.id = r.visit_id JOIN official_case p ON p.id = r.check_id JOIN check_object o ON o.id = r.object_id`,
    where: every([
      sql`r.publication IN ('awaiting', 'withholdingProposed') AND r.stage = 'reviewed'`,
      seesAll(reader) ? sql`TRUE` : sql`r.department = ${reader.department}`,
    ]),
    ascending: true,
    order: [`COALESCE(r.publish_due, ${never})`, 'c.number', 'r.department'],
    placeOf(text) {
      const [, due, number, department] = place.exec(text) ?? [];
      return due === undefined ? undefined : [sql`${due}::date`, sql`${number}::text`, sql`${department}::text`];
    },
  };
}
