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
