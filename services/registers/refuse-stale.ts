import type { Queryable } from '../../db/queryable';
import { Refusal } from '../../domain/refusal';
import { rowChanges } from '../queries/registers/row-changes';

/**
 * Refuses a change of a row that somebody changed meanwhile: which version stands, and field by field what changed since the
 * one that was read, by whom and when. Asked after the permission to change the row, and so only by who may read it.
 * @throws Refusal STALE_VERSION
 */
export async function refuseStale(
  manager: Queryable,
  row: { register: string; id: string; version: number },
): Promise<never> {
  const { register, id, version } = row;
  const [last]: { current: number }[] = await manager.query(
    'SELECT max(version)::int AS current FROM register_change WHERE register = $1 AND subject_id = $2',
    [register, id],
  );
  const changed = await rowChanges(manager, { register, id, seen: version });
  throw new Refusal('STALE_VERSION', { ...row, current: last?.current ?? version, changed });
}
