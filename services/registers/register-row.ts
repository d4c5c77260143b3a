import type { EntityManager } from 'typeorm';
import { withKeys } from '../../db/name-keys';
import { refuseStale } from './refuse-stale';
import { Refusal } from '../../domain/refusal';

/** A register: its name in the history and the acts, its table, and the column that names a row. */
export interface Register {
  name: string;
  table: string;
  key: string;
  /** Columns that no history and no entry ever holds. */
  secret?: string;
}

export const registers = {
  object: { name: 'object', table: 'check_object', key: 'id' },
  inspector: { name: 'inspector', table: 'inspector', key: 'id' },
  department: { name: 'department', table: 'department', key: 'code' },
  account: { name: 'account', table: 'account', key: 'id', secret: 'password_hash' },
} as const satisfies Record<string, Register>;

export type Row = Record<string, unknown> & { version: number };

/**
 * A row as it stands, without its secrets; locked, so that a second post of the same change waits and then finds the first.
 * @throws Refusal NOT_IN_REGISTER
 */
export async function readRow(manager: EntityManager, register: Register, id: string): Promise<Row> {
  const rows: { row: Row }[] = await manager.query(
    `SELECT to_jsonb(t) - $2::text AS row FROM ${register.table} t WHERE t.${register.key}::text = $1 FOR UPDATE`,
    [id, register.secret ?? ''],
  );
  const found = rows[0];
  if (!found) throw new Refusal('NOT_IN_REGISTER', { register: register.name, id });
  return found.row;
}

/**
 * Writes the given columns if the row still has that version, and counts it up.
 * @throws Refusal STALE_VERSION (with what changed) where somebody was faster; CODE_TAKEN where another row holds the code or name
 */
export async function writeRow(
  manager: EntityManager,
  register: Register,
  id: string,
  version: number,
  values: Record<string, unknown>,
): Promise<void> {
  const written = withKeys(register.table, values);
  const columns = Object.keys(written);
  const assignments = columns.map((column) => `"${column}" = given."${column}"`);
  const sql = `UPDATE ${register.table} t SET ${[...assignments, 'version = t.version + 1'].join(', ')}
    FROM jsonb_populate_record(NULL::${register.table}, $3::jsonb) given WHERE t.${register.key}::text = $1 AND t.version = $2`;
  const [, count] = (await refuseTaken(manager.query(sql, [id, version, JSON.stringify(written)]))) as [
    unknown,
    number,
  ];
  if (count !== 1) await refuseStale(manager, { register: register.name, id, version });
}

/** Turns PostgreSQL's “unique” error into a refusal that names the constraint. */
export async function refuseTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === '23505') throw new Refusal('CODE_TAKEN', { constraint });
    throw error;
  }
}
