import type { DataSource } from 'typeorm';

export interface SettingLine {
  key: string;
  value: unknown;
  source: string;
  version: number;
}

/** All settings with the source of each value. */
export async function listSettings(dataSource: DataSource): Promise<SettingLine[]> {
  return dataSource.query('SELECT key, value, source, version FROM setting ORDER BY key');
}
