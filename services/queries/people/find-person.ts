import type { DataSource } from 'typeorm';
import type { Capacity } from '../../../domain/actor';

export interface PersonRow {
  account: string;
  username: string;
  name: string;
  department: string;
  capacities: Capacity[];
  inspector?: string;
  mustChangePassword: boolean;
}

const columns = `a.id AS account, a.username, a.name, a.department, a.capacities, a.inspector_id AS inspector, a.must_change_password AS "mustChangePassword"`;

/** The active account of that id. */
export async function personById(dataSource: DataSource, id: string): Promise<PersonRow | undefined> {
  return first(await dataSource.query(`SELECT ${columns} FROM account a WHERE a.id::text = $1 AND a.active`, [id]));
}

/**
 * The active account behind a token that is neither expired nor ended, with what the token may do.
 * @param on the day of the use, which is kept
 */
export async function personByToken(
  dataSource: DataSource,
  tokenHash: string,
  { now, on }: { now: Date; on: string },
): Promise<(PersonRow & { scope: string[] }) | undefined> {
  const rows: (Stored & { scope: string[]; used: boolean })[] = await dataSource.query(
    `SELECT ${columns}, t.scope, t.last_used_on IS NOT DISTINCT FROM $3::date AS used FROM api_token t JOIN account a ON a.id = t.account_id
     WHERE t.hash = $1 AND a.active AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2)`,
    [tokenHash, now, on],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { used, ...person } = row;
  if (!used) await dataSource.query('UPDATE api_token SET last_used_on = $2 WHERE hash = $1', [tokenHash, on]);
  return { ...person, inspector: person.inspector ?? undefined };
}

type Stored = Omit<PersonRow, 'inspector'> & { inspector: string | null };

function first(rows: Stored[]): PersonRow | undefined {
  const row = rows[0];
  return row && { ...row, inspector: row.inspector ?? undefined };
}
