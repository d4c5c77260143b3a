import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import { standingClaim } from './standing-claim';

/** Whose name stands on a task of the unit, and whose stood there before. */
export interface ClaimOn {
  act: string;
  account: string | null;
  name: string | null;
  since: Date | null;
  /** Who had it since the wait began, the last one first. */
  before: string[];
}

/** The names on what a case waits for from one unit; other units do not ask. */
export async function claimsOn(dataSource: DataSource, caseId: string, department: string): Promise<ClaimOn[]> {
  return rowsOf(
    dataSource,
    sql`SELECT DISTINCT ON (w.act) w.act, claim.account::text AS account, claim.name, claim.since,
       COALESCE((SELECT json_agg(p.name ORDER BY k.ended_at DESC) FROM task_claim k JOIN account p ON p.id = k.account
         WHERE k.case_id = w.case_id AND k.act = w.act AND k.department = w.department AND k.ended_at IS NOT NULL AND k.since >= w.since), '[]') AS before
     FROM case_waiting w ${standingClaim} WHERE w.case_id = ${caseId} AND w.department = ${department} ORDER BY w.act, claim.since DESC NULLS LAST`,
  );
}
