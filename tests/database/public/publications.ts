import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

const moreResults = readFileSync(join(__dirname, '../../fixtures/cases/28-more-results.sql'), 'utf8');

/** One published result; what is not said is of the firm 样例企业. */
export async function publishOne(
  dataSource: DataSource,
  row: Partial<
    Record<'visit' | 'version' | 'name' | 'uscc' | 'registrationNo' | 'at' | 'state', string | number | null>
  >,
): Promise<void> {
  await dataSource.query(
    `INSERT INTO publication (visit_id, department, version, check_id, object_name, uscc, registration_no, items, code, completed_on, published_at, state)
     VALUES ($1, 'SCJG', $2, 'joint-check/320723-2026-L0001', $3, $4, $5, '{SCJG-CC001}', '1', '2026-11-20', $6, $7)`,
    [
      row.visit ?? 'visit/320723-2026-L0001-C1-J00001',
      row.version ?? 1,
      row.name ?? '样例企业',
      row.uscc ?? null,
      row.registrationNo ?? null,
      row.at ?? '2026-11-30T03:08:48.000Z',
      row.state ?? 'current',
    ],
  );
}

/** Leaves 1 501 published results: one, and 28-more-results.sql byte for byte. */
export async function manyPublications(dataSource: DataSource): Promise<void> {
  await dataSource.query('TRUNCATE publication RESTART IDENTITY');
  await publishOne(dataSource, {});
  await dataSource.query(moreResults);
}
