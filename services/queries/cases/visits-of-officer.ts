import { rowsOf, sql, words } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';
import { momentOfVisit } from '../../books/visit/moment-of-visit';
import { objectAsOf } from '../registers/as-of';

/** A visit that an officer was drawn for and of which nothing is recorded yet. */
export interface OwnVisit {
  id: string;
  number: string;
  check: string;
  /** The day set for it; nothing while none is set. */
  day: string | null;
  object: string;
  address: string | null;
  /** Name of its township. */
  town: string | null;
  phone: string | null;
  /** The other officers of the same department, by name. */
  team: string[];
}

const moment = momentOfVisit('c.id');

/**
 * What an officer still has to visit, by day, township and address, those without a day last: the order in which a day's way
 * is planned.
 * @param inspector id of the officer in the register
 */
export async function visitsOfOfficer(database: Queryable, inspector: string): Promise<OwnVisit[]> {
  return rowsOf(
    database,
    sql`SELECT c.id, c.number, p.title AS check, to_char(r.visit_date, 'YYYY-MM-DD') AS day, ${words(objectAsOf('name', moment))} AS object,
        ${words(objectAsOf('address', moment))} AS address, d.name AS town, o.phone,
        ARRAY(SELECT i.name FROM inspector i WHERE i.id = ANY(r.officers) AND i.id <> ${inspector}::uuid ORDER BY i.staff_no) AS team
      FROM visit_result r JOIN official_case c ON c.id = r.visit_id JOIN official_case p ON p.id = r.check_id
        JOIN check_object o ON o.id = r.object_id LEFT JOIN division d ON d.short_code = o.division
      WHERE ARRAY[${inspector}::uuid] <@ r.officers AND r.stage = 'awaitingVisit' AND r.visit_stage <> 'cancelled' AND NOT c.closed
      ORDER BY r.visit_date NULLS LAST, d.name NULLS LAST, address NULLS LAST, c.number`,
  );
}
