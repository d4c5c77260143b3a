import type { DataSource } from 'typeorm';
import { Refusal } from '../../../domain/refusal';
import { plainName } from '../store-file';

/** Files that one person may have on their way: more than any form takes, fewer than a flood. */
const onTheirWayAtMost = 60;

/**
 * Notes a file whose pieces are to come.
 * @throws Refusal FILES_TOO_MANY where too many of the person's never arrived whole
 */
export async function beginUpload(
  dataSource: DataSource,
  upload: { id: string; account: string; name: string; size: number; at: Date },
): Promise<void> {
  const name = plainName(upload.name);
  const begun: { id: string }[] = await dataSource.query(
    `INSERT INTO partial_upload (id, account, name, size, received, changed_at)
     SELECT $1::uuid, $2::uuid, $3::text, $4::int, 0, $5::timestamptz
     WHERE (SELECT count(*) FROM partial_upload WHERE account = $2 AND received < size) < $6 RETURNING id`,
    [upload.id, upload.account, name, upload.size, upload.at, onTheirWayAtMost],
  );
  if (begun.length === 0) throw new Refusal('FILES_TOO_MANY', { name, limit: onTheirWayAtMost });
}
