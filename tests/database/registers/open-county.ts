import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../db/data-source';
import { createSeededDatabase, type CountySize } from '../../setup/seeded-database';

export { dataFolder, now, seed } from '../../setup/seeded-database';

export interface OpenCounty {
  dataSource: DataSource;
  /** The id of an account by its username. */
  accountOf(username: string): Promise<string>;
  close(): Promise<void>;
}

/** A database of one test file with reference data, and a small demonstration county where a size is given. */
export async function openCounty(size?: CountySize): Promise<OpenCounty> {
  const database = await createSeededDatabase(size);
  const dataSource = await createDataSource(database.url, 10).initialize();
  return {
    dataSource,
    async accountOf(username) {
      const rows: { id: string }[] = await dataSource.query('SELECT id FROM account WHERE username = $1', [username]);
      return rows[0]?.id ?? '';
    },
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
