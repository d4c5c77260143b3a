import type { Queryable } from '../../../db/queryable';

/** An act that nobody else can do: the officer's own, or one of a capacity that no other account of the unit holds. */
export interface AccountTask {
  act: string;
  caseId: string;
  number: string;
  due: string | null;
}

/** What waits for an account and would wait for nobody once it is disabled; soonest term first. */
export async function tasksOfAccount(manager: Queryable, account: string): Promise<AccountTask[]> {
  return manager.query(
    `SELECT DISTINCT w.act, c.id AS "caseId", c.number, to_char(w.due, 'YYYY-MM-DD') AS due
     FROM account a JOIN case_waiting w ON w.department = a.department AND w.capacity = ANY(a.capacities) JOIN official_case c ON c.id = w.case_id
     WHERE a.id::text = $1 AND a.active AND (w.officer = a.inspector_id OR (w.officer IS NULL AND NOT EXISTS (
       SELECT 1 FROM account o WHERE o.id <> a.id AND o.active AND NOT o.machine AND o.department = a.department AND w.capacity = ANY(o.capacities))))
     ORDER BY due NULLS LAST, c.number`,
    [account],
  );
}
