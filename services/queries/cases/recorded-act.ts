import type { DataSource } from 'typeorm';

export interface RecordedAct {
  act: string;
  account: string;
  /** What the person said; erased content is nothing. */
  detail: Record<string, unknown> | null;
}

/** The act that stands under a submission on a case. */
export async function recordedAct(
  dataSource: DataSource,
  caseId: string,
  submission: string,
): Promise<RecordedAct | undefined> {
  const rows: RecordedAct[] = await dataSource.query(
    'SELECT act, account, detail FROM acts WHERE subject_id = $1 AND submission = $2',
    [caseId, submission],
  );
  return rows[0];
}
