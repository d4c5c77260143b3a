import type { DataSource } from 'typeorm';
import type { CaseState } from '../../../domain/process';

/** The receipt of an act that is recorded, found again by what its sender called it. */
export async function findReceipt(dataSource: DataSource, caseId: string, submission: string) {
  const rows: { number: string; stage: string; at: Date }[] = await dataSource.query(
    `SELECT c.number, c.stage, a.at FROM acts a JOIN official_case c ON c.id = a.subject_id WHERE a.subject_id = $1 AND a.submission = $2`,
    [caseId, submission],
  );
  const row = rows[0];
  return row && { caseId, number: row.number, stage: row.stage, at: row.at.toISOString() };
}

/** The last recorded state of a case. */
export async function findState(dataSource: DataSource, caseId: string): Promise<CaseState | undefined> {
  const rows: { state: CaseState }[] = await dataSource.query('SELECT state FROM official_case WHERE id = $1', [
    caseId,
  ]);
  return rows[0]?.state;
}
