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

/** The active account behind a token that is neither expired nor revoked. */
export async function personByToken(
  dataSource: DataSource,
  tokenHash: string,
  now: Date,
): Promise<PersonRow | undefined> {
  return first(
    await dataSource.query(
      `SELECT ${columns} FROM api_token t JOIN account a ON a.id = t.account_id
       WHERE t.hash = $1 AND a.active AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2)`,
      [tokenHash, now],
    ),
  );
}

function first(rows: (Omit<PersonRow, 'inspector'> & { inspector: string | null })[]): PersonRow | undefined {
  const row = rows[0];
  return row && { ...row, inspector: row.inspector ?? undefined };
}
