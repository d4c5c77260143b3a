import type { Queryable } from '../../db/queryable';
import { firmsInBoth } from '../queries/registers/twins';

/**
 * Batches that are frozen and not drawn and hold some of these firms, under whatever record, with how many; those with the
 * most first.
 */
export async function frozenElsewhere(
  manager: Queryable,
  batch: string,
  objects: readonly { id: string; exclusion: string | null }[],
): Promise<{ batch: string; shared: number }[]> {
  const ids = objects.flatMap(({ id, exclusion }) => (exclusion ? [] : [id]));
  return manager.query(
    `WITH held AS (
       SELECT d.number AS batch, o.object_id AS id
       FROM official_case d JOIN batch b ON b.number = d.number JOIN batch_object o ON o.pool = b.pool AND o.exclusion IS NULL
       WHERE d.kind = 'draw' AND d.stage = 'frozen' AND d.number <> $1
     ), theirs AS (SELECT * FROM check_object WHERE id IN (SELECT id FROM held)),
     ours AS (SELECT * FROM check_object WHERE id = ANY($2::uuid[]))
     SELECT held.batch, count(DISTINCT firm.b)::int AS shared
     FROM held JOIN ${firmsInBoth('theirs', 'ours')} firm ON firm.a = held.id GROUP BY held.batch ORDER BY shared DESC, batch`,
    [batch, ids],
  );
}
