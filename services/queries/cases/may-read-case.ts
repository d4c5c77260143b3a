import type { DataSource } from 'typeorm';
import { rowsOf, sql, type Sql } from '../../../db/sql';

/** Who asks to read. */
export interface Reader {
  department: string;
  capacities: readonly string[];
}

/** A department sees its own cases and those it takes part in; the office and supervisors see all. */
export function seesAll(reader: Reader): boolean {
  return reader.capacities.some(
    (capacity) => capacity === 'supervisor' || capacity === 'officeHandler' || capacity === 'officeDirector',
  );
}

/** Whether this reader takes part in public business at all: administrators keep the system and read no case. */
export function readsCases(reader: Reader): boolean {
  return reader.capacities.some((capacity) => !capacity.endsWith('Administrator'));
}

/** A condition on `official_case c` that leaves only what the reader may see. */
export function visibleTo(reader: Reader): Sql {
  if (!readsCases(reader)) return sql`FALSE`;
  if (seesAll(reader)) return sql`TRUE`;
  return sql`${reader.department} = ANY(c.departments)`;
}

/** Whether the reader may see this case. */
export async function mayReadCase(dataSource: DataSource, reader: Reader, caseId: string): Promise<boolean> {
  const rows = await rowsOf(
    dataSource,
    sql`SELECT 1 FROM official_case c WHERE c.id = ${caseId} AND ${visibleTo(reader)}`,
  );
  return rows.length > 0;
}
