import { createHash } from 'node:crypto';
import type { Queryable } from '../../db/queryable';

/** Stores a file of a bundle under its pool, byte for byte, with its hash. */
export async function writeBundleFile(
  manager: Queryable,
  pool: string,
  name: string,
  content: Uint8Array,
): Promise<void> {
  const bytes = Buffer.from(content);
  await manager.query(
    'INSERT INTO batch_file (pool, name, content, sha256) VALUES ($1, $2, $3, $4) ON CONFLICT (pool, name) DO NOTHING',
    [pool, name, bytes, createHash('sha256').update(bytes).digest('hex')],
  );
}

/** Every file of a batch's bundle by name; none before the freeze. */
export async function readBundleFiles(manager: Queryable, batch: string): Promise<Map<string, Buffer>> {
  const rows: { name: string; content: Buffer }[] = await manager.query(
    'SELECT f.name, f.content FROM batch b JOIN batch_file f ON f.pool = b.pool WHERE b.number = $1',
    [batch],
  );
  return new Map(rows.map((row) => [row.name, row.content]));
}
