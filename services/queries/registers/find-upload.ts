import type { DataSource } from 'typeorm';

/** A table that this person uploaded and may still confirm. */
export async function findUpload(dataSource: DataSource, account: string, id: string): Promise<{ name: string; content: Buffer } | undefined> {
  const rows: { name: string; content: Buffer }[] = await dataSource.query(
    `SELECT name, content FROM stored_file WHERE id::text = $1 AND uploaded_by = $2 AND mime = 'text/csv' AND case_id IS NULL`,
    [id, account],
  );
  return rows[0];
}
