import type { DataSource } from 'typeorm';

/** Removes a file on its way with its pieces, for the person whose it is; what was stored whole stays. */
export async function dropUpload(
  dataSource: DataSource,
  { id, account }: { id: string; account: string },
): Promise<void> {
  await dataSource.query(
    `WITH gone AS (DELETE FROM partial_upload WHERE id = $1 AND account = $2 RETURNING id)
     DELETE FROM upload_piece WHERE upload_id IN (SELECT id FROM gone)`,
    [id, account],
  );
}
