import type { Queryable } from '../../../db/queryable';
import { upgraded, type CaseState } from '../../../domain/process';
import { processOf } from '../../../domain/processes';

/** The last recorded state of a case, in today's form. */
export async function findState(manager: Queryable, caseId: string): Promise<CaseState | undefined> {
  const rows: { state: CaseState }[] = await manager.query('SELECT state FROM official_case WHERE id = $1', [caseId]);
  return rows[0] && upgraded(processOf(caseId), rows[0].state);
}
