import type { EntityManager } from 'typeorm';

/** Adds a version to a check item; its columns come by their names in the table. */
export async function writeItemVersion(manager: EntityManager, version: Record<string, unknown>): Promise<void> {
  await manager.query(
    'INSERT INTO check_item_version SELECT * FROM jsonb_populate_record(NULL::check_item_version, $1::jsonb)',
    [JSON.stringify(version)],
  );
}
