import type { DataSource } from 'typeorm';

interface Choice {
  code: string;
  name: string;
}

/** Towns and sections of industry that a scope can name. */
export async function scopeChoices(dataSource: DataSource): Promise<{ divisions: Choice[]; industries: Choice[] }> {
  const divisions: Choice[] = await dataSource.query(
    'SELECT short_code AS code, name FROM division WHERE level = 4 ORDER BY short_code',
  );
  const industries: Choice[] = await dataSource.query('SELECT code, name FROM industry WHERE level = 1 ORDER BY code');
  return { divisions, industries };
}
