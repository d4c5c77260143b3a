import type { DataSource } from 'typeorm';
import type { DrawSecrets } from '../../domain/draw/formula/perform-draw';
import type { FrozenFiles } from '../../domain/draw/formula/pool';
import type { Refusal } from '../../domain/refusal';
import { readBundleFiles } from './bundle-files';
import { poolOf } from './pool-of';

/** What a batch was frozen with, as the formula reads it. */
export interface FrozenBatch {
  /** Id of its pool. */
  id: string;
  /** By party, hex. */
  secrets: Record<string, string>;
  /** A file of its bundle. */
  file(name: string): Buffer;
  frozen: FrozenFiles;
  opening: DrawSecrets;
}

/**
 * Reads what a batch was frozen with.
 * @param missing the refusal where the batch is not frozen, or lacks a file
 */
export async function frozenBatch(
  dataSource: DataSource,
  batch: string,
  missing: (file?: string) => Refusal,
): Promise<FrozenBatch> {
  const pool = await poolOf(dataSource, batch);
  if (!pool) throw missing();
  const { id, secrets } = pool;
  const files = await readBundleFiles(dataSource, batch);
  const file = (name: string): Buffer => {
    const content = files.get(name);
    if (!content) throw missing(name);
    return content;
  };
  return {
    ...{ id, secrets, file },
    frozen: {
      params: file('params.json'),
      objects: file('objects.jsonl'),
      inspectors: file('inspectors.jsonl'),
      recusals: file('recusals.jsonl'),
    },
    opening: {
      secrets: new Map(Object.entries(secrets).map(([party, secret]) => [party, Buffer.from(secret, 'hex')])),
      event: file('event.txt'),
    },
  };
}
