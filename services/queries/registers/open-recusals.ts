import type { DataSource } from 'typeorm';

/** A name among an officer's recusals that told no single firm. */
export interface OpenRecusal {
  id: string;
  inspector: string;
  officer: string;
  staffNo: string;
  department: string;
  /** As it was given. */
  given: string;
  cause: 'several' | 'unknown';
  since: Date;
}

/** Names that wait for a person to say which firm is meant, of these units or of all, by unit and officer. Who may read them is the caller's to check. */
export async function openRecusals(dataSource: DataSource, departments?: readonly string[]): Promise<OpenRecusal[]> {
  return dataSource.query(
    `SELECT n.id, i.id AS inspector, i.name AS officer, i.staff_no AS "staffNo", i.department, n.given, n.cause, n.since
     FROM recusal_name n JOIN inspector i ON i.id = n.inspector_id
     WHERE n.resolved_at IS NULL AND ($1::text[] IS NULL OR i.department = ANY($1)) ORDER BY i.department, i.staff_no, n.since, n.given`,
    [departments ?? null],
  );
}

/** Firms that a name could mean: the same name, or the name as a part of theirs; at most `limit`. */
export async function firmsLike(
  dataSource: DataSource,
  key: string,
  limit: number,
): Promise<{ id: string; name: string; code: string | null; address: string | null }[]> {
  return dataSource.query(
    `SELECT o.id, o.name, COALESCE(o.uscc, o.registration_no) AS code, o.address FROM check_object o
     WHERE o.same_as IS NULL AND length($1) > 1 AND (position($1 IN o.name_key) > 0 OR (o.name_key <> '' AND position(o.name_key IN $1) > 0))
     ORDER BY o.name_key = $1 DESC, o.name, o.id LIMIT $2`,
    [key, limit],
  );
}
