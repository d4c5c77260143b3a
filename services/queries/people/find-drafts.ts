import type { DataSource } from 'typeorm';
import type { DraftRef } from '../../../domain/draft-ref';
import { oldestDraft } from '../../drafts/keep-draft';

export interface KeptDraft extends DraftRef {
  form: string;
  values: Record<string, unknown>;
  /** What stood in the form when it was opened; nothing for a draft of before this was kept, or of a form about no version. */
  opened: Record<string, unknown> | null;
  savedAt: Date;
}

/** Everything that this person had typed into a form and not sent, newest first; never another person's. */
export async function draftsOn(dataSource: DataSource, account: string, form: string, now: Date): Promise<KeptDraft[]> {
  return dataSource.query(
    `SELECT form, opening, revision, body AS values, opened, saved_at AS "savedAt" FROM draft
     WHERE account = $1 AND form = $2 AND saved_at >= $3 ORDER BY saved_at DESC, opening`,
    [account, form, oldestDraft(now)],
  );
}

/** Which forms this person has drafts for, newest first. */
export async function draftsOf(
  dataSource: DataSource,
  account: string,
  now: Date,
): Promise<Pick<KeptDraft, 'form' | 'savedAt'>[]> {
  return dataSource.query(
    'SELECT form, max(saved_at) AS "savedAt" FROM draft WHERE account = $1 AND saved_at >= $2 GROUP BY form ORDER BY max(saved_at) DESC',
    [account, oldestDraft(now)],
  );
}
