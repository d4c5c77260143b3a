import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';

/** What one version of a record form says; nothing where there is none. */
export async function recordedForm(
  manager: Queryable,
  { visit, department, version }: FactQuestions['recordedForm'],
): Promise<FactAnswers['recordedForm']> {
  const rows: { form: FactAnswers['recordedForm'] }[] = await manager.query(
    'SELECT form FROM result_version WHERE visit_id = $1 AND department = $2 AND version = $3',
    [visit, department, version],
  );
  return rows[0]?.form ?? {};
}
