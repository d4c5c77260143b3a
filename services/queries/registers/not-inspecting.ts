import type { Queryable } from '../../../db/queryable';

/** Of these units the ones that inspect no longer by the list of units. */
export async function notInspecting(manager: Queryable, codes: readonly string[]): Promise<string[]> {
  const rows: { code: string }[] = await manager.query(
    'SELECT code FROM department WHERE code = ANY($1::text[]) AND NOT inspects ORDER BY position, code',
    [codes],
  );
  return rows.map(({ code }) => code);
}
