import type { DataSource } from 'typeorm';
import { Refusal } from '../../../domain/refusal';
import { uploadHours } from '../../files/keep-upload';

/**
 * A table that this person uploaded and may still confirm.
 * @throws Refusal UPLOAD_GONE where there is none, it is another person's, or its time is over
 */
export async function findUpload(
  dataSource: DataSource,
  account: string,
  id: string,
  at: Date,
): Promise<{ name: string; content: Buffer }> {
  const rows: { name: string; content: Buffer }[] = await dataSource.query(
    `SELECT name, content FROM stored_file
     WHERE id::text = $1 AND uploaded_by = $2 AND mime = 'text/csv' AND case_id IS NULL AND created_at > $3::timestamptz - make_interval(hours => $4)`,
    [id, account, at, uploadHours],
  );
  if (!rows[0]) throw new Refusal('UPLOAD_GONE');
  return rows[0];
}
