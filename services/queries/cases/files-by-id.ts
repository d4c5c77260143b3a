import type { DataSource } from 'typeorm';
import { uuidOrNull } from '../../../db/uuid-or-null';

export interface FileFacts {
  id: string;
  name: string;
  size: number;
  /** Opens only with a password. */
  locked: boolean;
}

/** What is known of files; ids that are none are passed over. */
export async function filesById(dataSource: DataSource, ids: string[]): Promise<FileFacts[]> {
  if (ids.length === 0) return [];
  return dataSource.query(
    'SELECT id, name, size, locked FROM stored_file WHERE id = ANY($1::uuid[]) ORDER BY created_at, id',
    [ids.filter(uuidOrNull)],
  );
}
