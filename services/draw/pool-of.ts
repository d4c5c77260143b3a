import type { Queryable } from '../../db/queryable';

/** The pool that a batch was frozen with; nothing before the freeze. */
export async function poolOf(
  manager: Queryable,
  batch: string,
): Promise<{ id: string; nonceKey: Buffer; secrets: Record<string, string> } | undefined> {
  const rows: { id: string; nonceKey: Buffer; secrets: Record<string, string> }[] = await manager.query(
    'SELECT p.id, p.nonce_key AS "nonceKey", p.secrets FROM batch b JOIN pool p ON p.id = b.pool WHERE b.number = $1',
    [batch],
  );
  return rows[0];
}
