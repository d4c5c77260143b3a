import type { EntityManager } from 'typeorm';
import { keyColumns, withKeys } from './name-keys';

const chunk = 2000;

/**
 * Inserts rows in few statements, with the normal forms of their names. The columns of the table give their types, so arrays and JSON need no care.
 * @param columns names as in the table; each row has these keys
 */
export async function insertRows<Row extends object>(
  manager: EntityManager,
  table: string,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Promise<void> {
  const list = [...columns, ...keyColumns(table, columns)].map((column) => `"${column}"`).join(', ');
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    await manager.query(
      `INSERT INTO ${table} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(part.map((row) => withKeys(table, row)))],
    );
  }
}
