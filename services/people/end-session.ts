import type { DataSource } from 'typeorm';

/** Ends one of an account's sessions, named by its mark (the first 32 hex digits of the SHA-256 of its id), or all but one. */
export async function endSession(
  dataSource: DataSource,
  account: string,
  which: { mark: string } | { allBut: string },
): Promise<void> {
  const condition = 'mark' in which ? `left(encode(sha256(convert_to(sid, 'UTF8')), 'hex'), 32) = $2` : 'sid <> $2';
  await dataSource.query(`DELETE FROM session WHERE sess ->> 'account' = $1 AND ${condition}`, [
    account,
    'mark' in which ? which.mark : which.allBut,
  ]);
}
