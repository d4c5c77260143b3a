import type { DataSource } from 'typeorm';
import { visit as process } from '../../domain/visit/process';
import type { VisitState } from '../../domain/visit/state';
import { writeResults } from '../books/visit/results';
import { writeCase } from './write-case';

/**
 * Makes the rows of a page of visits that a draw led to; visits whose rows exist stay as they are.
 * @param draw the act that they follow from
 */
export async function recordVisits(
  dataSource: DataSource,
  visits: VisitState[],
  draw: { act: string; dayEndsAt(day: string): number },
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const known: { id: string }[] = await manager.query('SELECT id FROM official_case WHERE id = ANY($1::text[])', [
      visits.map((visit) => visit.id),
    ]);
    const missing = visits.filter((visit) => !known.some((row) => row.id === visit.id));
    for (const visit of missing)
      await writeCase(manager, process, { ...visit, v: process.version }, { ...draw, at: visit.since });
    await writeResults(manager, missing);
  });
}
