import sqlTemplateTag, { join, raw, type Sql } from 'sql-template-tag';

export type { Sql };

/** A piece of SQL with its values, which always travel as parameters; pieces stand in one another, nobody counts places. */
export const sql = sqlTemplateTag;

/** Words of ours without a value in them, such as a list of columns; never anything that a person wrote. */
export const words = raw;

/** Pieces or values one after another, with commas between. */
export const listed = join;

/** Holds where every condition holds; without any, always. */
export function every(conditions: readonly Sql[]): Sql {
  return conditions.length > 0
    ? join(
        conditions.map((condition) => sql`(${condition})`),
        ' AND ',
      )
    : sql`TRUE`;
}

/** The rows that a statement finds. What they look like is the caller's word, as with every query. */
export function rowsOf<Row>(
  database: { query(text: string, values?: unknown[]): Promise<unknown> },
  statement: Sql,
): Promise<Row[]> {
  return database.query(statement.text, statement.values) as Promise<Row[]>;
}
