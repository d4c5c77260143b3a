import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import type { Reader } from '../cases/may-read-case';
import { wholeObjectFor } from './object-visibility';

export interface CodeName {
  code: string;
  name: string;
}

/** Divisions of the county down to its towns, by short code. */
export async function divisionOptions(dataSource: DataSource): Promise<CodeName[]> {
  return dataSource.query('SELECT short_code AS code, name FROM division WHERE level IN (3, 4) ORDER BY code');
}

/** Towns of the county, by short code. */
export async function townOptions(dataSource: DataSource): Promise<CodeName[]> {
  return dataSource.query('SELECT short_code AS code, name FROM division WHERE level = 4 ORDER BY code');
}

/** Industries: sections and divisions, or what stands below one code. */
export async function industryOptions(dataSource: DataSource, parent?: string): Promise<CodeName[]> {
  if (parent === undefined) return dataSource.query('SELECT code, name FROM industry WHERE level <= 2 ORDER BY code');
  return dataSource.query('SELECT code, name FROM industry WHERE parent = $1 ORDER BY code', [parent]);
}

/**
 * Tags of the objects whose whole row a reader sees, the most used first and each as most objects spell it, with the number
 * of all; the others are typed.
 */
export async function tagOptions(
  dataSource: DataSource,
  reader: Reader,
  atMost: number,
): Promise<{ tags: { tag: string; count: number }[]; total: number }> {
  const rows = await rowsOf<{ tag: string; count: number; total: number }>(
    dataSource,
    sql`SELECT mode() WITHIN GROUP (ORDER BY borne.tag) AS tag, count(DISTINCT o.id)::int AS count, (count(*) OVER ())::int AS total
     FROM check_object o, unnest(o.tags, o.tag_keys) borne(tag, key) WHERE ${wholeObjectFor(reader)} GROUP BY borne.key ORDER BY count DESC, tag LIMIT ${atMost}`,
  );
  return { tags: rows.map(({ tag, count }) => ({ tag, count })), total: rows[0]?.total ?? 0 };
}
