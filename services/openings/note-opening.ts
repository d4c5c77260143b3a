import type { DataSource } from 'typeorm';

export interface OpenedRow {
  account: string;
  caseId: string;
  /** The act that the person is about to do. */
  act: string;
  /** Of what the act replaces or rests on. */
  version: number;
}

/** Records that a person opened a case in a list of many; the first time counts. */
export async function noteOpening(
  dataSource: DataSource,
  { account, caseId, act, version }: OpenedRow,
  at: Date,
): Promise<void> {
  await dataSource.query(
    'INSERT INTO row_opening (account, case_id, act, version, opened_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [account, caseId, act, version, at],
  );
}
