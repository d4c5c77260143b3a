import type { DataSource } from 'typeorm';
import { copyRows } from './copy-rows';

/** The tables whose rows of a visit are copied, how they are found, and what may not be the same in a copy. */
const tables: { table: string; of: string; fresh?: Record<string, string> }[] = [
  { table: 'official_case', of: 't.id = from_id' },
  { table: 'case_waiting', of: 't.case_id = from_id', fresh: { id: `nextval('case_waiting_id_seq')` } },
  { table: 'visit_result', of: 't.visit_id = from_id' },
  { table: 'result_version', of: 't.visit_id = from_id' },
  { table: 'publication', of: 't.visit_id = from_id', fresh: { id: `nextval('publication_id_seq')` } },
  { table: 'acts', of: 't.subject_id = from_id', fresh: { id: `nextval('acts_id_seq')` } },
];

/**
 * Fills a check with copies of its own visits until it has so many, each of a firm of its own, in the stage of the visit that
 * it was copied from, and repeats their acts until there are so many. The engine knows nothing of them: they are only read.
 * @returns how many visits and how many acts the check has then
 */
export async function copyVisits(
  dataSource: DataSource,
  check: string,
  wanted: number,
  actsAtLeast: number,
): Promise<{ visits: number; acts: number }> {
  await dataSource.query(
    `CREATE TEMPORARY TABLE copied AS
     WITH own AS (
       SELECT id, subject_id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS total
       FROM official_case WHERE kind = 'visit' AND parent_id = $1
     ), firm AS (
       SELECT id, row_number() OVER (ORDER BY id) AS n FROM check_object WHERE id NOT IN (SELECT subject_id FROM own)
     )
     SELECT own.id AS from_id, split_part(own.id, '/', 2) AS from_number, own.subject_id::text AS from_firm,
       firm.id::text AS to_firm, regexp_replace(split_part(own.id, '/', 2), '[0-9]+$', '') || to_char(own.total + firm.n, 'FM00000') AS to_number
     FROM firm JOIN own ON own.n = 1 + (firm.n - 1) % own.total WHERE own.total + firm.n <= $2`,
    [check, wanted],
  );
  for (const { table, of, fresh } of tables)
    await copyRows(dataSource, {
      table,
      joined: `JOIN copied ON ${of}`,
      said: [
        ['from_number', 'to_number'],
        ['from_firm', 'to_firm'],
      ],
      fresh,
    });
  await dataSource.query('DROP TABLE copied');
  const times = Math.ceil(actsAtLeast / Math.max((await countIn(dataSource, check)).acts, 1));
  await copyRows(
    dataSource,
    {
      table: 'acts',
      joined: `JOIN generate_series(2, $2::int) n ON t.subject_id = $1 OR t.subject_id IN (SELECT id FROM official_case WHERE parent_id = $1)`,
      said: [],
      fresh: { id: `nextval('acts_id_seq')`, submission: `t.submission || '-' || n` },
    },
    [check, times],
  );
  await dataSource.query('VACUUM ANALYZE');
  return countIn(dataSource, check);
}

async function countIn(dataSource: DataSource, check: string): Promise<{ visits: number; acts: number }> {
  const [row]: { visits: number; acts: number }[] = await dataSource.query(
    `SELECT (SELECT count(*)::int FROM official_case WHERE kind = 'visit' AND parent_id = $1) AS visits,
       (SELECT count(*)::int FROM acts WHERE subject_id = $1 OR subject_id IN (SELECT id FROM official_case WHERE parent_id = $1)) AS acts`,
    [check],
  );
  return row ?? { visits: 0, acts: 0 };
}
