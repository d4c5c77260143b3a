import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';
import { availableOn } from '../queries/registers/inspector-availability';

/** Whether an officer of the department is on duty, holds a certificate that is valid on the day, and has no recusal for the object. */
export async function certifiedOfficer(
  manager: Queryable,
  asked: FactQuestions['certifiedOfficer'],
): Promise<FactAnswers['certifiedOfficer']> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM inspector i WHERE i.id = $1 AND i.department = $2 AND ${availableOn(4)}
       AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.inspector_id = i.id AND r.object_id = $3)`,
    [asked.officer, asked.department, asked.object, asked.on],
  );
  return { eligible: rows.length > 0 };
}
