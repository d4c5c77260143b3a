import { sql, words } from '../../../db/sql';
import { momentPlace, readMomentPlace } from '../moment-place';
import type { OrderedList, Placed } from '../ordered-list';
import type { Reader } from './may-read-case';
import { said } from './said';
import { heardBy, unitThen, type TimelineEntry } from './timeline';

export interface WholeEntry extends TimelineEntry {
  kind: string;
  /** What the act was done on, where that is not the case itself: for a visit or a referral its firm. */
  title: string;
}

const familyOf = (caseId: string) => sql`(WITH RECURSIVE family AS (
  SELECT id, kind, title, subject_id FROM official_case WHERE id = ${caseId}
  UNION SELECT c.id, c.kind, c.title, c.subject_id FROM official_case c JOIN family f ON c.parent_id = f.id
) SELECT * FROM family) f`;
const columns = sql`a.id, a.act, a.subject_id AS "subjectId", f.kind, coalesce(o.name, f.title) AS title, a.account, p.name,
  a.capacity, a.department, ${unitThen}, a.at, a.reason, ${said} AS detail, encode(a.leaf_hash, 'hex') AS "leafHash"`;
const actsOf = (caseId: string) => sql`acts a JOIN ${familyOf(caseId)} ON f.id = a.subject_id`;
const withOthers = words(
  'LEFT JOIN account p ON p.id::text = a.account LEFT JOIN check_object o ON o.id = f.subject_id',
);

/** Every act of a case and of all that grew out of it, visits too, newest first. Who may read the case is the caller's to check. */
export function wholeTimeline(reader: Reader, caseId: string): OrderedList<WholeEntry & Placed> {
  return {
    columns: sql`${momentPlace('a.at', 'a.id')} AS place, ${columns}`,
    from: sql`${actsOf(caseId)} ${withOthers}`,
    where: sql`TRUE`,
    order: ['a.at', 'a.id'],
    placeOf: readMomentPlace('bigint'),
    seen: (entry) => heardBy(reader, entry),
  };
}
