import type { DataSource } from 'typeorm';

const removedAtOnce = 500;

/**
 * Removes files that were uploaded before a moment for something that was never sent: they belong to no case, no draft names
 * them, no import rests on them. An act that binds one at the same moment either keeps it or is refused, never half of it:
 * the row is looked at again under its lock, and binding counts the rows it found.
 * @param before later than the hours in which an uploaded table may be confirmed
 * @returns how many were removed
 */
export async function dropLooseFiles(dataSource: Pick<DataSource, 'query'>, before: Date): Promise<number> {
  const removed: [unknown[], number] = await dataSource.query(
    `WITH drafted AS MATERIALIZED (SELECT DISTINCT found[1] AS id FROM draft d, regexp_matches(d.body::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') AS found)
     DELETE FROM stored_file f WHERE f.case_id IS NULL AND f.id IN (
       SELECT l.id FROM stored_file l WHERE l.case_id IS NULL AND l.created_at < $1
         AND NOT EXISTS (SELECT 1 FROM drafted WHERE drafted.id = l.id::text)
         AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.sha256 = l.sha256)
         AND NOT EXISTS (SELECT 1 FROM document d WHERE d.file_id = l.id)
       ORDER BY l.created_at LIMIT $2)`,
    [before, removedAtOnce],
  );
  return removed[1];
}
