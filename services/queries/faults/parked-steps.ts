import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import type { Reader } from '../cases/may-read-case';

export interface ParkedStep {
  id: string;
  caseId: string;
  key: string;
  /** Name of the act or of the effect. */
  step: string;
  department: string;
  /** Whose request it is; nothing for a step without a person. */
  person: string | null;
  tries: number;
  message: string;
  parkedAt: Date;
}

/** Steps that wait for the system administrator, the newest first, with their number in all; for others none. */
export async function parkedSteps(
  dataSource: DataSource,
  reader: Reader,
  page: number,
  pageSize: number,
): Promise<{ steps: ParkedStep[]; total: number }> {
  if (!reader.capacities.includes('systemAdministrator')) return { steps: [], total: 0 };
  const counted = await rowsOf<{ total: number }>(
    dataSource,
    sql`SELECT count(*)::int AS total FROM step_fault WHERE parked_at IS NOT NULL AND settled_at IS NULL`,
  );
  const steps = await rowsOf<ParkedStep>(
    dataSource,
    sql`SELECT f.id, f.case_id AS "caseId", f.key, f.step, f.department, p.name AS person, f.tries, f.message, f.parked_at AS "parkedAt"
     FROM step_fault f LEFT JOIN account p ON p.id::text = f.account
     WHERE f.parked_at IS NOT NULL AND f.settled_at IS NULL
     ORDER BY f.parked_at DESC, f.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  );
  return { steps, total: counted[0]?.total ?? 0 };
}
