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

/** A case as it is held for an act. */
export interface HeldCase extends CaseRow {
  /** A step of it has failed and is not settled. */
  faulty: boolean;
}

/** The row of a case, held until the transaction ends: acts on one case are judged one after another. */
export async function lockCase(manager: Queryable, id: string): Promise<HeldCase | undefined> {
  const rows: HeldCase[] = await manager.query(
    `SELECT ${columns}, EXISTS (SELECT 1 FROM step_fault f WHERE f.case_id = $1 AND f.settled_at IS NULL) AS faulty
     FROM official_case WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

/** An array of the ids of what a case has still to carry out, in their order. */
export function openEffectsOf(caseId: string): string {
  return `ARRAY(SELECT e.id::text FROM case_effect e WHERE e.case_id = ${caseId} AND e.state = 'open' ORDER BY e.id)`;
}

/** The row of a case with its effects that are to be carried out, in their order. */
export async function readCaseAndEffects(
  manager: Queryable,
  id: string,
): Promise<(CaseRow & { effects: string[] }) | undefined> {
  const rows: (CaseRow & { effects: string[] })[] = await manager.query(
    `SELECT ${columns}, ${openEffectsOf('$1')} AS effects
     FROM official_case WHERE id = $1`,
    [id],
  );
  return rows[0];
}
