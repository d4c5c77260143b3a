import type { DataSource } from 'typeorm';

const triesAtMost = 5;

/**
 * Takes the number that was mailed to an address as proof that its owner reads it.
 * @returns whether the address is confirmed now; a number serves for a day and is given up after five wrong ones
 */
export async function confirmOwnMail(
  dataSource: DataSource,
  { account, code, at }: { account: string; code: string; at: Date },
): Promise<boolean> {
  const [rows] = await dataSource.query<[{ confirmed: boolean }[], number]>(
    `UPDATE account_mail SET code_tries = code_tries + 1, confirmed_at = CASE WHEN code = $2 THEN COALESCE(confirmed_at, $3) ELSE confirmed_at END
     WHERE account = $1 AND code_until > $3 AND code_tries < $4 RETURNING code = $2 AS confirmed`,
    [account, code, at, triesAtMost],
  );
  return rows[0]?.confirmed ?? false;
}
