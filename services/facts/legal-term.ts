import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';
import { readSetting } from '../queries/registers/read-setting';
import { dueDay } from './due-day';

/** A term whose length is a setting, as the setting held on the day from which it counts, with the day on which it ends. */
export async function legalTerm(
  manager: Queryable,
  { from, setting }: FactQuestions['legalTerm'],
): Promise<FactAnswers['legalTerm']> {
  const workingDays = await readSetting(manager, setting, from);
  return { term: { from, workingDays }, due: await dueDay(manager, from, workingDays) };
}
