import type { DataSource } from 'typeorm';
import { every, rowsOf, sql } from '../../../db/sql';

/** An act that stands in the way of another, with who did it; `by` is absent where the clock did. */
export interface FirstAct {
  act: string;
  by: string | null;
  department: string;
  at: string;
}

/**
 * The newest of these acts on a case, or of all that were done on it; who may read the case is the caller's to check.
 * @param department only its acts, where each unit has a part of its own
 */
export async function whoWasFirst(
  dataSource: DataSource,
  caseId: string,
  acts: readonly string[] | 'any',
  department?: string,
): Promise<FirstAct | undefined> {
  const where = every([
    sql`a.subject_id = ${caseId}`,
    ...(acts === 'any' ? [] : [sql`a.act = ANY(${acts})`]),
    ...(department === undefined ? [] : [sql`a.department = ${department}`]),
  ]);
  const [found] = await rowsOf<Omit<FirstAct, 'at'> & { at: Date }>(
    dataSource,
    sql`SELECT a.act, p.name AS by, a.department, a.at FROM acts a LEFT JOIN account p ON p.id::text = a.account
     WHERE ${where} ORDER BY a.at DESC, a.id DESC LIMIT 1`,
  );
  return found && { ...found, at: new Date(found.at).toISOString() };
}
