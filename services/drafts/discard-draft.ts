import type { Queryable } from '../../db/queryable';
import type { DraftRef } from '../../domain/draft-ref';

/** Drops one saved state of what a person had typed: its act is done, or they want to begin anew. A later save of it stays. */
export async function dropDraft(manager: Queryable, account: string, form: string, draft: DraftRef): Promise<void> {
  await manager.query('DELETE FROM draft WHERE account = $1 AND form = $2 AND opening = $3 AND revision = $4', [
    account,
    form,
    draft.opening,
    draft.revision,
  ]);
}
