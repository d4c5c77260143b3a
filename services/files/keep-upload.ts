import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { plainName } from './store-file';

/** Hours in which a person may confirm a table after its upload. */
export const uploadHours = 24;
/** Tables that one person may have waiting; the oldest give way. */
const uploadsEach = 20;
/** What may no longer be confirmed stays this long, for a confirmation that is under way. */
const graceHours = 1;
const removedAtOnce = 200;

/**
 * Keeps a person's table between its dry run and its confirmation, in the database and for that person alone.
 * Tables that nobody confirmed in time go on this occasion; one whose content a finished import refers to stays as its evidence.
 */
export async function keepUpload(
  dataSource: DataSource,
  upload: { name: string; content: Buffer; account: string; at: Date },
): Promise<string> {
  const id = randomUUID();
  const name = plainName(upload.name, 'file.csv');
  const sha256 = createHash('sha256').update(upload.content).digest('hex');
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, created_at) VALUES ($1, $2, 'text/csv', $3, $4, $5, $6, $7)`,
      [id, name, upload.content.length, sha256, upload.content, upload.account, upload.at],
    );
    await manager.query(
      `DELETE FROM stored_file WHERE id IN (
         SELECT id FROM (
           SELECT id, created_at, row_number() OVER (PARTITION BY uploaded_by ORDER BY created_at DESC, id) AS place
           FROM stored_file WHERE mime = 'text/csv' AND case_id IS NULL
             AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.sha256 = stored_file.sha256)
         ) waiting
         WHERE created_at < $1::timestamptz - make_interval(hours => CASE WHEN place > $2 THEN $3::int ELSE $4::int + $3::int END)
         ORDER BY created_at LIMIT $5)`,
      [upload.at, uploadsEach, graceHours, uploadHours, removedAtOnce],
    );
  });
  return id;
}
