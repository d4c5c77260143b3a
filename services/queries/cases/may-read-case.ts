import type { DataSource } from 'typeorm';
import { readsCases, seesAll, type Reader } from '../../../domain/permissions/reader';

export { readsCases, seesAll, type Reader };

/** A condition on `official_case c` that leaves only what the reader may see; `$at` is the place of the department's parameter. */
export function visibleTo(reader: Reader, at: number): { sql: string; parameters: unknown[] } {
  if (!readsCases(reader)) return { sql: 'FALSE', parameters: [] };
  if (seesAll(reader)) return { sql: 'TRUE', parameters: [] };
  return { sql: `$${at} = ANY(c.readers)`, parameters: [reader.department] };
}

/** Whether the reader may see this case. */
export async function mayReadCase(dataSource: DataSource, reader: Reader, caseId: string): Promise<boolean> {
  const visible = visibleTo(reader, 2);
  const rows: unknown[] = await dataSource.query(`SELECT 1 FROM official_case c WHERE c.id = $1 AND ${visible.sql}`, [
    caseId,
    ...visible.parameters,
  ]);
  return rows.length > 0;
}
