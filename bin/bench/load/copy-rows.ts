import type { DataSource } from 'typeorm';

/** Rows that are copied, and what a copy says in the place of what its original says. */
export interface CopiedRows {
  table: string;
  /** What the rows `t` are joined with, and on which condition: one copy a joined row. */
  joined: string;
  /** Pairs of expressions over `t` and what it is joined with: wherever a text or a document holds the first, the copy holds the second. */
  said: readonly (readonly [string, string])[];
  /** By column, the expressions of what may not be the same in a copy. */
  fresh?: Readonly<Record<string, string>>;
}

/** Copies rows of one table in one statement; columns that are neither text nor documents stay as they are. */
export async function copyRows(
  dataSource: DataSource,
  { table, joined, said, fresh = {} }: CopiedRows,
  values: unknown[] = [],
): Promise<void> {
  const columns: { name: string; type: string }[] = await dataSource.query(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  const copyOf = ({ name, type }: { name: string; type: string }) => {
    const own = fresh[name];
    if (own !== undefined) return own;
    if (type !== 'text' && type !== 'jsonb' && type !== 'uuid') return `t."${name}"`;
    const replaced = said.reduce((text, [from, to]) => `replace(${text}, ${from}, ${to})`, `t."${name}"::text`);
    return `(${replaced})::${type}`;
  };
  const list = columns.map(({ name }) => `"${name}"`).join(', ');
  await dataSource.query(
    `INSERT INTO ${table} (${list}) SELECT ${columns.map(copyOf).join(', ')} FROM ${table} t ${joined}`,
    values,
  );
}
