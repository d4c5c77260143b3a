import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../db/data-source';
import { createTestDatabase } from '../../setup/test-database';

/** A migrated database of one test file with an open data source, both gone after `close`. */
export interface OpenDatabase {
  dataSource: DataSource;
  close(): Promise<void>;
}

/** Makes a database of its own, so that test files never see each other's rows. */
export async function openDatabase(): Promise<OpenDatabase> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.url, 20).initialize();
  return {
    dataSource,
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
