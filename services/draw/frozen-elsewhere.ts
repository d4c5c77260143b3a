import type { Queryable } from '../../db/queryable';

/** Batches that are frozen and not drawn and hold some of these objects, with how many; those with the most first. */
export async function frozenElsewhere(
  manager: Queryable,
  batch: string,
  objects: readonly { id: string; exclusion: string | null }[],
): Promise<{ batch: string; shared: number }[]> {
  const ids = objects.flatMap(({ id, exclusion }) => (exclusion ? [] : [id]));
  return manager.query(
    `SELECT d.number AS batch, count(*)::int AS shared
     FROM official_case d JOIN batch b ON b.number = d.number JOIN batch_object o ON o.pool = b.pool AND o.exclusion IS NULL
     WHERE d.kind = 'draw' AND d.stage = 'frozen' AND d.number <> $1 AND o.object_id = ANY($2::uuid[])
     GROUP BY d.number ORDER BY shared DESC, batch`,
    [batch, ids],
  );
}
