import type { DataSource } from 'typeorm';
import { rowsOf, sql, words } from '../../../db/sql';
import { momentPlace, readMomentPlace } from '../moment-place';
import { wholeList, type OrderedList, type Placed } from '../ordered-list';
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
export async function wholeTimeline(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
  page: number,
  pageSize: number,
): Promise<{ entries: WholeEntry[]; total: number }> {
  const counted = await rowsOf<{ total: number }>(
    dataSource,
    sql`SELECT count(*)::int AS total FROM ${actsOf(caseId)}`,
  );
  const entries = await rowsOf<WholeEntry>(
    dataSource,
    sql`SELECT ${columns} FROM ${actsOf(caseId)} ${withOthers}
     ORDER BY a.at DESC, a.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  );
  return { entries: entries.map((entry) => heardBy(reader, entry)), total: counted[0]?.total ?? 0 };
}

/** The same without end, some entries at a time. */
export async function* everyEntry(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
): AsyncGenerator<WholeEntry[]> {
  const list: OrderedList<WholeEntry & Placed> = {
    columns: sql`${momentPlace('a.at', 'a.id')} AS place, ${columns}`,
    from: sql`${actsOf(caseId)} ${withOthers}`,
    where: sql`TRUE`,
    order: ['a.at', 'a.id'],
    placeOf: readMomentPlace('bigint'),
    seen: (entry) => heardBy(reader, entry),
  };
  yield* wholeList(dataSource, list);
}
