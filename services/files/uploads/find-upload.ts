import type { DataSource } from 'typeorm';

export interface UploadOnItsWay {
  id: string;
  name: string;
  size: number;
  received: number;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A file on its way, for the person whose it is and nobody else. */
export async function findUpload(
  db: Pick<DataSource, 'query'>,
  { id, account }: { id: string; account: string },
): Promise<UploadOnItsWay | undefined> {
  if (!uuid.test(id)) return undefined;
  const rows: UploadOnItsWay[] = await db.query(
    'SELECT id, name, size, received FROM partial_upload WHERE id = $1 AND account = $2',
    [id, account],
  );
  return rows[0];
}
