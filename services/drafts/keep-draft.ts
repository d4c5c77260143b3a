import type { DataSource } from 'typeorm';
import { Refusal } from '../../domain/refusal';

const draftDays = 30;
const charactersAtMost = 100_000;
const draftsAtMost = 100;

export interface DraftToKeep {
  account: string;
  /** Which form, by act and case. */
  form: string;
  values: Record<string, unknown>;
  at: Date;
}

/**
 * Keeps what a person has typed into a form and not sent; a later one takes the place of the earlier.
 * Drafts that are too old or too many are dropped at the same time.
 * @throws Refusal DRAFT_TOO_LARGE
 */
export async function keepDraft(dataSource: DataSource, { account, form, values, at }: DraftToKeep): Promise<void> {
  const body = JSON.stringify(storable(values));
  if (body.length > charactersAtMost) throw new Refusal('DRAFT_TOO_LARGE', { limit: charactersAtMost });
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO draft (account, form, body, saved_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account, form) DO UPDATE SET body = EXCLUDED.body, saved_at = EXCLUDED.saved_at`,
      [account, form, body, at],
    );
    await manager.query('DELETE FROM draft WHERE saved_at < $1', [oldestDraft(at)]);
    await manager.query(
      'DELETE FROM draft WHERE account = $1 AND form IN (SELECT form FROM draft WHERE account = $1 ORDER BY saved_at DESC OFFSET $2)',
      [account, draftsAtMost],
    );
  });
}

/** The moment before which what a person typed and did not send is no longer kept. */
export function oldestDraft(now: Date): Date {
  return new Date(now.getTime() - draftDays * 86_400_000);
}

/** The database keeps neither NUL nor half characters; the form's own check will name them when it is sent. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\0|\p{Cs}/gu, '');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storable(inner)]));
}
