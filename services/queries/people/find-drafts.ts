import type { DataSource } from 'typeorm';
import { oldestDraft } from '../../drafts/keep-draft';

export interface KeptDraft {
  form: string;
  values: Record<string, unknown>;
  savedAt: Date;
}

/** What this person had typed into a form and not sent; never another person's. */
export async function findDraft(
  dataSource: DataSource,
  account: string,
  form: string,
  now: Date,
): Promise<KeptDraft | undefined> {
  const rows: KeptDraft[] = await dataSource.query(
    'SELECT form, body AS values, saved_at AS "savedAt" FROM draft WHERE account = $1 AND form = $2 AND saved_at >= $3',
    [account, form, oldestDraft(now)],
  );
  return rows[0];
}

/** Which forms this person has drafts for, newest first. */
export async function draftsOf(
  dataSource: DataSource,
  account: string,
  now: Date,
): Promise<Pick<KeptDraft, 'form' | 'savedAt'>[]> {
  return dataSource.query(
    'SELECT form, saved_at AS "savedAt" FROM draft WHERE account = $1 AND saved_at >= $2 ORDER BY saved_at DESC',
    [account, oldestDraft(now)],
  );
}
