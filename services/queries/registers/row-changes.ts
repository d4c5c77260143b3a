import type { Queryable } from '../../../db/queryable';
import { differences } from '../../../domain/difference';
import { keptColumns } from '../../../domain/registers/kept-columns';
import type { Changed } from '../cases/changed-since';
import { foldedChanges } from '../folded-changes';

/**
 * What changed in a row of a register since a version of it, each field with whoever changed it last: what it was then,
 * what it is now. Who may read the row is the caller's to check.
 */
export async function rowChanges(
  database: Queryable,
  { register, id, seen }: { register: string; id: string; seen: number },
): Promise<Changed[]> {
  const rows: {
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
    by: string | null;
    at: Date;
  }[] = await database.query(
    `SELECT c.before, c.after, p.name AS by, c.at FROM register_change c LEFT JOIN account p ON p.id::text = c.actor
     WHERE c.register = $1 AND c.subject_id = $2 AND c.version > $3 ORDER BY c.version, c.id`,
    [register, id, seen],
  );
  const steps = rows.flatMap(({ before, after, by, at }) =>
    differences(before ?? {}, after ?? {}).map((step) => ({ ...step, by, at: at.toISOString() })),
  );
  return foldedChanges(steps).filter(
    ({ field, was, is }) => !keptColumns.has(field) && JSON.stringify(was) !== JSON.stringify(is),
  );
}
