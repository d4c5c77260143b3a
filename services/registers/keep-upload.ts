import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Keeps a person's table between its dry run and its confirmation, in the database and for that person alone. */
export async function keepUpload(dataSource: DataSource, upload: { name: string; content: Buffer; account: string; at: Date }): Promise<string> {
  const id = randomUUID();
  const name = upload.name.normalize('NFC').replace(/[\p{Cc}\p{Cs}/\\]/gu, '').slice(-200) || 'file.csv';
  const sha256 = createHash('sha256').update(upload.content).digest('hex');
  await dataSource.query(
    `INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, created_at) VALUES ($1, $2, 'text/csv', $3, $4, $5, $6, $7)`,
    [id, name, upload.content.length, sha256, upload.content, upload.account, upload.at],
  );
  return id;
}
