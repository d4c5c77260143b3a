import type { DataSource } from 'typeorm';

/** Whether a person's own submission took this number, so that they may ask what became of it before the case is there. */
export async function ownsNumber(
  dataSource: DataSource,
  kind: string,
  number: string,
  submission: string,
): Promise<boolean> {
  const [, year = '', serial = ''] = /^\d{6}-(\d{4})-(\d{4,9})$/.exec(number) ?? [];
  if (!serial) return false;
  const rows: unknown[] = await dataSource.query(
    'SELECT 1 FROM case_number WHERE kind = $1 AND year = $2 AND serial = $3 AND submission = $4',
    [kind, Number(year), Number(serial), submission],
  );
  return rows.length > 0;
}
