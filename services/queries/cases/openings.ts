import type { DataSource } from 'typeorm';

export interface Opening {
  caseId: string;
  version: number;
  openedAt: Date;
}

/** Which of these cases a person opened in the list of an act, in which version. */
export async function openingsOf(
  dataSource: DataSource,
  account: string,
  act: string,
  cases: readonly string[],
): Promise<Opening[]> {
  if (cases.length === 0) return [];
  return dataSource.query(
    'SELECT case_id AS "caseId", version, opened_at AS "openedAt" FROM row_opening WHERE account = $1 AND act = $2 AND case_id = ANY($3::text[])',
    [account, act, cases],
  );
}

export interface OpeningOfCase {
  act: string;
  at: Date;
  name: string;
  department: string;
}

/** Every opening of a case before an act on it, the newest first. Who may read the case is the caller's to check. */
export async function openingsOfCase(dataSource: DataSource, caseId: string): Promise<OpeningOfCase[]> {
  return dataSource.query(
    `SELECT o.act, o.opened_at AS at, a.name, a.department FROM row_opening o JOIN account a ON a.id = o.account
     WHERE o.case_id = $1 ORDER BY o.opened_at DESC, o.act, a.username`,
    [caseId],
  );
}
