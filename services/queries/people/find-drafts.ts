import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import type { CaseState } from '../../../domain/case-state';
import type { DraftRef } from '../../../domain/draft-ref';
import { oldestDraft } from '../../drafts/keep-draft';
import { visibleTo, type Reader } from '../cases/may-read-case';

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

export interface DraftLine extends DraftRef {
  form: string;
  savedAt: Date;
  /** Of what the form is about, as it was typed; nothing for a form about no version. */
  version: number | null;
  /** The case as it stands, where the form is on one that this person may still read. */
  title: string | null;
  number: string | null;
  state: CaseState | null;
}

/** Every draft of this person, newest first, each with its case. */
export async function allDrafts(
  dataSource: DataSource,
  reader: Reader & { account: string },
  now: Date,
): Promise<DraftLine[]> {
  return rowsOf(
    dataSource,
    sql`SELECT d.form, d.opening, d.revision, d.saved_at AS "savedAt", CASE WHEN jsonb_typeof(d.body->'version') = 'number' THEN (d.body->>'version')::numeric::int END AS version, c.title, c.number, c.state
     FROM draft d LEFT JOIN official_case c ON c.id = split_part(d.form, ' ', 2) AND ${visibleTo(reader)}
     WHERE d.account = ${reader.account}::uuid AND d.saved_at >= ${oldestDraft(now)} ORDER BY d.saved_at DESC, d.form, d.opening`,
  );
}

/** How many drafts this person has. */
export async function draftCount(dataSource: DataSource, account: string, now: Date): Promise<number> {
  const rows: { count: number }[] = await dataSource.query(
    'SELECT count(*)::int AS count FROM draft WHERE account = $1 AND saved_at >= $2',
    [account, oldestDraft(now)],
  );
  return rows[0]?.count ?? 0;
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
