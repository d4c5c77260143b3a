import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';
import { sendableOn } from '../queries/registers/inspector-availability';

/** Whether an officer of the department is on duty, holds a certificate that is valid on the day, and has no recusal for the object. */
export async function certifiedOfficer(
  manager: Queryable,
  asked: FactQuestions['certifiedOfficer'],
): Promise<FactAnswers['certifiedOfficer']> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM inspector i WHERE i.id = $1 AND i.department = $2 AND ${sendableOn(3, 4)}`,
    [asked.officer, asked.department, asked.object, asked.on],
  );
  return { eligible: rows.length > 0 };
}
