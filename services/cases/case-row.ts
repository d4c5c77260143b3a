import type { Queryable } from '../../db/queryable';
import type { CaseState } from '../../domain/process';

/** A case as it is stored; the state in the form in which it was written. */
export interface CaseRow {
  id: string;
  state: CaseState;
  version: number;
  parent: string | null;
}

const columns = 'id, state, version, parent_id AS parent';

/** The row of a case. */
export async function readCase(manager: Queryable, id: string): Promise<CaseRow | undefined> {
  const rows: CaseRow[] = await manager.query(`SELECT ${columns} FROM official_case WHERE id = $1`, [id]);
  return rows[0];
}

/** The row of a case, held until the transaction ends: acts on one case are judged one after another. */
export async function lockCase(manager: Queryable, id: string): Promise<CaseRow | undefined> {
  const rows: CaseRow[] = await manager.query(`SELECT ${columns} FROM official_case WHERE id = $1 FOR UPDATE`, [id]);
  return rows[0];
}
