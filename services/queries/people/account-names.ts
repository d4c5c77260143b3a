import type { DataSource } from 'typeorm';

/** Names of people by account; of an account that is gone nothing. */
export async function accountNames(dataSource: DataSource, accounts: string[]): Promise<Record<string, string>> {
  if (accounts.length === 0) return {};
  const rows: { id: string; name: string }[] = await dataSource.query(
    'SELECT id::text AS id, name FROM account WHERE id::text = ANY($1::text[])',
    [[...new Set(accounts)]],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
