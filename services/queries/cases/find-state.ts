import type { Queryable } from '../../../db/queryable';
import type { CaseState } from '../../../domain/process';

/** The last recorded state of a case. */
export async function findState(manager: Queryable, caseId: string): Promise<CaseState | undefined> {
  const rows: { state: CaseState }[] = await manager.query('SELECT state FROM official_case WHERE id = $1', [caseId]);
  return rows[0]?.state;
}
