import { randomUUID } from 'node:crypto';
import { hold } from '../../db/hold';
import type { DataSource, EntityManager } from 'typeorm';
import type { DraftRef } from '../../domain/draft-ref';
import { Refusal } from '../../domain/refusal';
import { dropDraft } from './discard-draft';

const draftDays = 30;
const charactersAtMost = 100_000;
const draftsAtMost = 100;

export interface DraftToKeep {
  account: string;
  /** Which form, by act and case. */
  form: string;
  /** The showing of the form in which it was typed. */
  opening: string;
  /** The saved state that it goes on from; absent where it begins anew. */
  base?: DraftRef;
  values: Record<string, unknown>;
  /** What stood in the form when it was opened, where the form is about a version. */
  opened?: Record<string, unknown>;
  at: Date;
}

/**
 * Keeps what a person has typed into a form and not sent. A save takes the place of the state that it goes on from and of
 * nothing else: what goes on from an older one is kept beside the newer.
 * Drafts that are too old or too many are dropped at the same time.
 * @returns what the next save goes on from
 * @throws Refusal DRAFT_TOO_LARGE
 */
export async function keepDraft(dataSource: DataSource, draft: DraftToKeep): Promise<DraftRef> {
  const body = JSON.stringify(storable(draft.values));
  const opened = draft.opened ? JSON.stringify(storable(draft.opened)) : null;
  if (Math.max(body.length, opened?.length ?? 0) > charactersAtMost)
    throw new Refusal('DRAFT_TOO_LARGE', { limit: charactersAtMost });
  const { account, form, at } = draft;
  return dataSource.transaction(async (manager) => {
    // Two tabs that save at once come one after the other.
    await hold(manager, `draft ${account} ${form}`);
    const kept = await write(manager, draft, { body, opened });
    await manager.query('DELETE FROM draft WHERE saved_at < $1', [oldestDraft(at)]);
    await manager.query(
      `DELETE FROM draft d USING (SELECT form, opening FROM draft WHERE account = $1 ORDER BY saved_at DESC OFFSET $2) old
       WHERE d.account = $1 AND d.form = old.form AND d.opening = old.opening`,
      [account, draftsAtMost],
    );
    return kept;
  });
}

async function write(
  manager: EntityManager,
  draft: DraftToKeep,
  { body, opened }: { body: string; opened: string | null },
): Promise<DraftRef> {
  const { account, form, base, at } = draft;
  const rows: { revision: number }[] = await manager.query(
    'SELECT revision FROM draft WHERE account = $1 AND form = $2 AND opening = $3',
    [account, form, draft.opening],
  );
  const own = rows[0]?.revision;
  if (own !== undefined && base?.opening === draft.opening && base.revision === own) {
    const next = { opening: draft.opening, revision: own + 1 };
    await manager.query(
      'UPDATE draft SET body = $4, saved_at = $5, revision = $6, opened = $7 WHERE account = $1 AND form = $2 AND opening = $3',
      [account, form, next.opening, body, at, next.revision, opened],
    );
    return next;
  }
  // Another save came between, from a copy of this tab or a late answer: both are kept.
  const next = { opening: own === undefined ? draft.opening : randomUUID(), revision: (base?.revision ?? 0) + 1 };
  await manager.query(
    'INSERT INTO draft (account, form, opening, revision, body, saved_at, opened) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [account, form, next.opening, next.revision, body, at, opened],
  );
  if (base && base.opening !== draft.opening) await dropDraft(manager, account, form, base);
  return next;
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
