import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';

/** The day in Asia/Shanghai on which each of these acts was first done on its case; nothing for one that never was. */
export async function firstDone(
  manager: Queryable,
  { acts }: FactQuestions['firstDone'],
): Promise<FactAnswers['firstDone']> {
  const rows: { name: string; day: string }[] = await manager.query(
    `SELECT n.name, to_char(min(a.at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day
     FROM jsonb_to_recordset($1::jsonb) AS n(name text, "case" text, act text) JOIN acts a ON a.subject_id = n."case" AND a.act = n.act GROUP BY n.name`,
    [JSON.stringify(Object.entries(acts).map(([name, asked]) => ({ name, ...asked })))],
  );
  return Object.fromEntries(rows.map(({ name, day }) => [name, day]));
}
