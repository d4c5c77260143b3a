import type { DataSource } from 'typeorm';

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

/** A condition on `official_case c` that leaves only what the reader may see; `$at` is the place of the department's parameter. */
export function visibleTo(reader: Reader, at: number): { sql: string; parameters: unknown[] } {
  if (!readsCases(reader)) return { sql: 'FALSE', parameters: [] };
  if (seesAll(reader)) return { sql: 'TRUE', parameters: [] };
  return { sql: `$${at} = ANY(c.departments)`, parameters: [reader.department] };
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
