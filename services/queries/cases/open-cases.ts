import type { Queryable } from '../../../db/queryable';
import { contentHash } from '../../entries/append-entry';

export interface OpenCase {
  stage: string;
  version: number;
  /** SHA-256 of the canonical state, hex. */
  hash: string;
}

/** Every case that its row calls open, by id, with what its whole state comes to. */
export async function openCases(manager: Queryable): Promise<Map<string, OpenCase>> {
  const rows: { id: string; stage: string; version: number; state: unknown }[] = await manager.query(
    'SELECT id, stage, version, state FROM official_case WHERE NOT closed',
  );
  return new Map(rows.map(({ id, stage, version, state }) => [id, { stage, version, hash: contentHash(state) ?? '' }]));
}
