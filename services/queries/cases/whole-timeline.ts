import type { DataSource } from 'typeorm';
import type { Reader } from './may-read-case';
import { heardBy, type TimelineEntry } from './timeline';

export interface WholeEntry extends TimelineEntry {
  kind: string;
  /** What the act was done on, where that is not the case itself: for a visit or a referral its firm. */
  title: string;
}

const family = `WITH RECURSIVE family AS (
  SELECT id, kind, title, subject_id FROM official_case WHERE id = $1
  UNION SELECT c.id, c.kind, c.title, c.subject_id FROM official_case c JOIN family f ON c.parent_id = f.id
)`;

/** Every act of a case and of all that grew out of it, visits too, newest first. Who may read the case is the caller's to check. */
export async function wholeTimeline(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
  page: number,
  pageSize: number,
): Promise<{ entries: WholeEntry[]; total: number }> {
  const counted: { total: number }[] = await dataSource.query(
    `${family} SELECT count(*)::int AS total FROM acts a JOIN family f ON f.id = a.subject_id`,
    [caseId],
  );
  const entries: WholeEntry[] = await dataSource.query(
    `${family} SELECT a.id, a.act, a.subject_id AS "subjectId", f.kind, coalesce(o.name, f.title) AS title, a.account, p.name, a.capacity, a.department, a.at, a.reason, a.detail, encode(a.leaf_hash, 'hex') AS "leafHash"
     FROM acts a JOIN family f ON f.id = a.subject_id LEFT JOIN account p ON p.id::text = a.account LEFT JOIN check_object o ON o.id = f.subject_id
     ORDER BY a.at DESC, a.id DESC LIMIT $2 OFFSET $3`,
    [caseId, pageSize, (page - 1) * pageSize],
  );
  return { entries: entries.map((entry) => heardBy(reader, entry)), total: counted[0]?.total ?? 0 };
}
