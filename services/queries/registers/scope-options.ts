import type { DataSource } from 'typeorm';

export interface CodeName {
  code: string;
  name: string;
}

/** Divisions of the county down to its towns, by short code. */
export async function divisionOptions(dataSource: DataSource): Promise<CodeName[]> {
  return dataSource.query('SELECT short_code AS code, name FROM division WHERE level IN (3, 4) ORDER BY code');
}

/** Industries: sections and divisions, or what stands below one code. */
export async function industryOptions(dataSource: DataSource, parent?: string): Promise<CodeName[]> {
  if (parent === undefined) return dataSource.query('SELECT code, name FROM industry WHERE level <= 2 ORDER BY code');
  return dataSource.query('SELECT code, name FROM industry WHERE parent = $1 ORDER BY code', [parent]);
}

/** Tags that objects bear, the most used first and each as most objects spell it, with the number of all; the others are typed. */
export async function tagOptions(
  dataSource: DataSource,
  atMost: number,
): Promise<{ tags: { tag: string; count: number }[]; total: number }> {
  const rows: { tag: string; count: number; total: number }[] = await dataSource.query(
    `SELECT mode() WITHIN GROUP (ORDER BY borne.tag) AS tag, count(DISTINCT o.id)::int AS count, (count(*) OVER ())::int AS total
     FROM check_object o, unnest(o.tags, o.tag_keys) borne(tag, key) GROUP BY borne.key ORDER BY count DESC, tag LIMIT $1`,
    [atMost],
  );
  return { tags: rows.map(({ tag, count }) => ({ tag, count })), total: rows[0]?.total ?? 0 };
}
