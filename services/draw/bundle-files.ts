import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Stores a file of a bundle, byte for byte, with its hash. */
export async function writeBundleFile(
  manager: EntityManager,
  batch: string,
  name: string,
  content: Uint8Array,
): Promise<void> {
  const bytes = Buffer.from(content);
  await manager.query(
    'INSERT INTO batch_file (batch, name, content, sha256) VALUES ($1, $2, $3, $4) ON CONFLICT (batch, name) DO NOTHING',
    [batch, name, bytes, createHash('sha256').update(bytes).digest('hex')],
  );
}

/** Every file of a batch's bundle by name. */
export async function readBundleFiles(
  manager: Pick<EntityManager, 'query'>,
  batch: string,
): Promise<Map<string, Buffer>> {
  const rows: { name: string; content: Buffer }[] = await manager.query(
    'SELECT name, content FROM batch_file WHERE batch = $1',
    [batch],
  );
  return new Map(rows.map((row) => [row.name, row.content]));
}
