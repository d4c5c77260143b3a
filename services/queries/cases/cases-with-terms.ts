import type { DataSource } from 'typeorm';

/** Open cases whose terms are counted in working days, by the act that counts them again (M30). */
export async function casesWithTerms(dataSource: DataSource): Promise<{ act: string; ids: string[] }[]> {
  const rounds: { id: string }[] = await dataSource.query(
    `SELECT id FROM official_case WHERE kind = 'consultation' AND NOT closed ORDER BY id`,
  );
  const visits: { id: string }[] = await dataSource.query(
    `SELECT DISTINCT visit_id AS id FROM visit_result WHERE stage = 'reviewed' AND publication IN ('awaiting', 'withholdingProposed') ORDER BY visit_id`,
  );
  return [
    { act: 'consultation.recountTerm', ids: rounds.map(({ id }) => id) },
    { act: 'visit.recountTerms', ids: visits.map(({ id }) => id) },
  ];
}
