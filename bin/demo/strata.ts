import { riskClasses } from '../../domain/joint-check/scheme';
import type { CarefulClient } from './careful-client';

/** How many of each risk class are drawn, so that there are `objects` of them in all: few of the riskiest, many of every class as there are. */
export async function strataFor(
  client: CarefulClient,
  scope: { kinds: string[] },
  objects: number,
): Promise<{ scale: string; grade: string; count: number }[]> {
  const [, , c, d] = riskClasses;
  if (objects <= 8)
    return [
      { scale: 'general', grade: c, count: Math.floor(objects / 2) },
      { scale: 'general', grade: d, count: Math.ceil(objects / 2) },
    ];
  const { total, byRiskClass } = await client.send<{ total: number; byRiskClass: Record<string, number> }>(
    '/api/v1/scope-count',
    scope,
  );
  if (total < objects) throw new Error(`The county has ${total} objects of this scope, ${objects} were asked for`);
  const strata = riskClasses.map((grade) => ({
    scale: 'general',
    grade,
    count: Math.floor((objects * (byRiskClass[grade] ?? 0)) / total),
  }));
  const left = objects - strata.reduce((sum, { count }) => sum + count, 0);
  return strata.map((stratum, index) => (index === 0 ? { ...stratum, count: stratum.count + left } : stratum));
}
