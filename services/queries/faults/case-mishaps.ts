import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';

/** What went amiss in a case beside its acts: an attempt that a rule refused, a step parked, or a person who saw to one. */
export interface CaseMishap {
  kind: 'refused' | 'parked' | 'step.retry' | 'step.settle';
  at: Date;
  /** Name of the act or of the effect. */
  step: string;
  name: string | null;
  capacity: string | null;
  department: string;
  /** Code of the refusal. */
  code: string | null;
  tries: number | null;
}

/** Mishaps of one case, the newest first. Who may read the case is the caller's to check. */
export async function caseMishaps(dataSource: DataSource, caseId: string): Promise<CaseMishap[]> {
  return rowsOf<CaseMishap>(
    dataSource,
    sql`SELECT m.kind, m.at, m.step, p.name, m.capacity, m.department, m.code, m.tries FROM (
       SELECT 'refused' AS kind, at, act AS step, account, capacity, department, code, NULL::int AS tries
         FROM act_attempt WHERE case_id = ${caseId}
       UNION ALL SELECT 'parked', parked_at, step, account, NULL, department, NULL, tries
         FROM step_fault WHERE case_id = ${caseId} AND parked_at IS NOT NULL
       UNION ALL SELECT act, at, detail->>'step', account, capacity, department, NULL, NULL
         FROM acts WHERE subject_kind = 'step' AND detail->>'case' = ${caseId}
     ) m LEFT JOIN account p ON p.id::text = m.account ORDER BY m.at DESC`,
  );
}
