import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';
import { toBeMade } from '../queries/cases/visit-to-be-made';
import { accountOf } from '../queries/people/account-of';
import { certifiedOn, recusedFor, sendableOn } from '../queries/registers/inspector-availability';

/** Officers by register id, with whether each holds a certificate that is valid on the day. */
export async function officersOn(
  manager: Queryable,
  { officers, on }: FactQuestions['officersOn'],
): Promise<FactAnswers['officersOn']> {
  return manager.query(
    `SELECT i.id, i.name, i.department, ${certifiedOn(2)} AS certified FROM inspector i WHERE i.id = ANY($1::uuid[]) ORDER BY i.department, i.staff_no`,
    [officers, on],
  );
}

/** Officers of a department who are on duty, certified on the day and not recused for the object. */
export async function eligibleOfficers(
  manager: Queryable,
  { department, object, on }: FactQuestions['eligibleOfficers'],
): Promise<FactAnswers['eligibleOfficers']> {
  const rows: { id: string }[] = await manager.query(
    `SELECT i.id FROM inspector i WHERE i.department = $1 AND ${sendableOn(2, 3)}`,
    [department, object, on],
  );
  return rows.map(({ id }) => id);
}

/** Officers whose certificate does not reach a day, of the teams of a check's visits whose notice is not out and that have not two who are certified. */
export async function openTeams(
  manager: Queryable,
  { check, on }: FactQuestions['openTeams'],
): Promise<FactAnswers['openTeams']> {
  return manager.query(
    `WITH member AS (
       SELECT r.visit_id, r.department, i.id, i.name, i.department AS unit, i.staff_no, ${certifiedOn(2)} AS certified
       FROM visit_result r JOIN inspector i ON i.id = ANY(r.officers)
       WHERE r.check_id = $1 AND ${toBeMade('r')} AND r.visit_stage <> 'noticed'
     ), short AS (
       SELECT visit_id, department FROM member GROUP BY visit_id, department HAVING count(*) FILTER (WHERE certified) < 2
     )
     SELECT DISTINCT m.id, m.name, m.unit AS department, m.staff_no, m.certified
     FROM member m JOIN short s USING (visit_id, department) WHERE NOT m.certified ORDER BY m.unit, m.staff_no`,
    [check, on],
  );
}

/** Officers who must keep away from an object, as the register says now. */
export async function recusedOfficers(
  manager: Queryable,
  { officers, object }: FactQuestions['recusedOfficers'],
): Promise<FactAnswers['recusedOfficers']> {
  return manager.query(
    `SELECT i.id, i.name FROM inspector i WHERE i.id = ANY($1::uuid[]) AND ${recusedFor(2)} ORDER BY i.staff_no`,
    [officers, object],
  );
}

/** Whether an officer is on duty and can sign in. */
export async function officerStanding(
  manager: Queryable,
  { officer }: FactQuestions['officerStanding'],
): Promise<FactAnswers['officerStanding']> {
  const rows: FactAnswers['officerStanding'][] = await manager.query(
    `SELECT i.duty_status = 'onDuty' AS "onDuty", ${accountOf('i')} AS account FROM inspector i WHERE i.id = $1`,
    [officer],
  );
  return rows[0] ?? { onDuty: false, account: 'none' };
}
