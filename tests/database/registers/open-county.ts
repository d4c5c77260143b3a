import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../db/data-source';
import { seedDemonstration } from '../../../db/seeds/demonstration';
import { seedReference } from '../../../db/seeds/reference';
import { hashPassword } from '../../../services/people/password';
import { createTestDatabase } from '../../setup/test-database';

export const dataFolder = join(__dirname, '../../../data');
export const seed = 20261123;
export const now = new Date('2026-11-24T02:00:00.000Z');

export interface OpenCounty {
  dataSource: DataSource;
  /** The id of an account by its username. */
  accountOf(username: string): Promise<string>;
  close(): Promise<void>;
}

/** A database of one test file with reference data, and a small demonstration county where a size is given. */
export async function openCounty(size?: { objects: number; inspectors: number }): Promise<OpenCounty> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.url, 10).initialize();
  await seedReference(dataSource, dataFolder, now);
  if (size)
    await seedDemonstration(dataSource, { folder: dataFolder, seed, production: false, at: now, hashPassword, size });
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
