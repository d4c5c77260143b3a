import type { DataSource } from 'typeorm';
import { rowsOf, sql, words, type Sql } from '../../../db/sql';
import { readsCases, seesAll, type Reader } from '../../../domain/permissions/reader';

export { readsCases, seesAll, type Reader };

/** A condition on `official_case c`, or the alias that is named, that leaves only what the reader may see. */
export function visibleTo(reader: Reader, alias: 'c' | 'k' | 'g' = 'c'): Sql {
  if (!readsCases(reader)) return sql`FALSE`;
  if (seesAll(reader)) return sql`TRUE`;
  return sql`${reader.department} = ANY(${words(alias)}.readers)`;
}

/** Whether the reader may see this case. */
export async function mayReadCase(dataSource: DataSource, reader: Reader, caseId: string): Promise<boolean> {
  const rows = await rowsOf(
    dataSource,
    sql`SELECT 1 FROM official_case c WHERE c.id = ${caseId} AND ${visibleTo(reader)}`,
  );
  return rows.length > 0;
}
