import type { DataSource } from 'typeorm';
import type { LetterWait } from '../../../domain/consultation/board';

/** Whom rounds of consultation wait for; whoever asks has seen to it that the rounds may be read. */
export async function letterWaits(dataSource: DataSource, rounds: readonly string[]): Promise<LetterWait[]> {
  const rows: (Omit<LetterWait, 'since'> & { since: Date })[] = await dataSource.query(
    'SELECT case_id AS round, department, act, min(since) AS since FROM case_waiting WHERE case_id = ANY($1::text[]) GROUP BY case_id, department, act',
    [rounds],
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
