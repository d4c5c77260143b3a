import type { DataSource } from 'typeorm';

/** Cases whose terms are counted in working days and run now, by the act that counts them again (M30). */
export async function casesWithTerms(dataSource: DataSource): Promise<{ act: string; ids: string[] }[]> {
  return dataSource.query(
    `SELECT recounted_by AS act, array_agg(id ORDER BY id) AS ids FROM official_case WHERE recounted_by IS NOT NULL GROUP BY recounted_by ORDER BY recounted_by`,
  );
}
