import type { Queryable } from '../../db/queryable';
import { rowsOf, sql } from '../../db/sql';
import type { Actor } from '../../domain/actor';
import type { CaseState, Process } from '../../domain/process';
import { writeMail } from './write-mail';

/**
 * 催办 by mail, in the act's own transaction: whoever is waited for and was reminded with this act gets one mail about it.
 * @param at moment of the act
 * @returns how many will get one
 */
export async function mailReminded(
  manager: Queryable,
  { process, next, at, actor }: { process: Process; next: CaseState; at: string; actor: Pick<Actor, 'department'> },
): Promise<number> {
  // Most acts remind nobody: nothing is asked for them.
  if (!process.waiting(next).some(({ remindedAt }) => remindedAt === at)) return 0;
  const waits = await rowsOf<{ act: string; due: string | null; by: string | null; accounts: string[] }>(
    manager,
    sql`SELECT w.act, to_char(min(w.due), 'YYYY-MM-DD') AS due, (SELECT d.name FROM department d WHERE d.code = ${actor.department}) AS by,
        array_agg(DISTINCT a.id) AS accounts
      FROM case_waiting w JOIN account a ON a.active AND a.department = w.department AND w.capacity = ANY(a.capacities)
        AND (w.officer IS NULL OR w.officer = a.inspector_id)
      WHERE w.case_id = ${next.id} AND w.reminded_at = ${at} GROUP BY w.act`,
  );
  let written = 0;
  for (const { act, due, by, accounts } of waits) {
    const task = { act, caseId: next.id, number: next.number, cases: 1, ...(due && { due }) };
    const words = { task, ...(by !== null && { by }) };
    const key = `reminder/${next.id}/${at}/${act}`;
    written += await writeMail(manager, { template: 'reminder', words, key, accounts, at: new Date(at) });
  }
  return written;
}
