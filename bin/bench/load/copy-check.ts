import type { DataSource } from 'typeorm';
import { copyRows } from './copy-rows';

/** A table whose rows of a check are copied: how they are found, and what may not be the same in a copy. */
interface CopiedTable {
  table: string;
  of: string;
  fresh?: Record<string, string>;
}

const tables: CopiedTable[] = [
  { table: 'official_case', of: `t.id LIKE '%/' || $1 || '%'` },
  { table: 'visit_result', of: `t.check_id = 'joint-check/' || $1` },
  { table: 'result_version', of: `t.visit_id LIKE 'visit/' || $1 || '-%'` },
  {
    table: 'publication',
    of: `t.check_id = 'joint-check/' || $1`,
    fresh: { id: `nextval('publication_id_seq')` },
  },
  { table: 'acts', of: `t.subject_id LIKE '%/' || $1 || '%'`, fresh: { id: `nextval('acts_id_seq')` } },
  {
    table: 'batch_object',
    of: `t.pool = (SELECT pool FROM batch WHERE number = $1 || '-C1') AND t.sequence IS NOT NULL`,
    fresh: { pool: 'md5(n::text)::uuid' },
  },
  {
    table: 'outbox_message',
    of: `t.subject_id LIKE 'visit/' || $1 || '-%'`,
    fresh: {
      id: 'gen_random_uuid()',
      key: `t.key || '-' || n`,
      number: `nextval('outbox_message_number_seq')`,
      state: `'sent'`,
      next_attempt_at: 'NULL',
    },
  },
];

/**
 * Fills the database with copies of a finished check: its cases, results, versions, publications, entries and messages,
 * each copy under a number of the year before. The engine knows nothing of them: they are over.
 * @returns how many results stand in the database then
 */
export async function copyCheck(dataSource: DataSource, number: string, copies: number): Promise<number> {
  const [county = '', year = ''] = number.split('-');
  const prefix = `${county}-${Number(year) - 1}-L`;
  for (const { table, of, fresh } of tables)
    await copyRows(
      dataSource,
      {
        table,
        joined: `JOIN generate_series(1, $3::int) n ON ${of}`,
        said: [['$1', `$2 || lpad(n::text, 4, '0')`]],
        fresh,
      },
      [number, prefix, copies],
    );
  await dataSource.query('VACUUM ANALYZE');
  const rows: { results: number }[] = await dataSource.query('SELECT count(*)::int AS results FROM visit_result');
  return rows[0]?.results ?? 0;
}
