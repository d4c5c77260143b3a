import type { DataSource } from 'typeorm';

export interface LastAct {
  act: string;
  name: string | null;
  at: Date;
}

/** The last act of a unit on each of these cases, by case; who may read them is the caller's to check. */
export async function lastActsOf(
  dataSource: DataSource,
  department: string,
  cases: readonly string[],
): Promise<Record<string, LastAct>> {
  if (cases.length === 0) return {};
  const rows: (LastAct & { caseId: string })[] = await dataSource.query(
    `SELECT DISTINCT ON (a.subject_id) a.subject_id AS "caseId", a.act, p.name, a.at FROM acts a LEFT JOIN account p ON p.id::text = a.account
     WHERE a.subject_id = ANY($1::text[]) AND a.department = $2 ORDER BY a.subject_id, a.at DESC, a.id DESC`,
    [cases, department],
  );
  return Object.fromEntries(rows.map(({ caseId, ...act }) => [caseId, act]));
}
