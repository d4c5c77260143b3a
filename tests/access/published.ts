import { systemActor } from '../../domain/actor';
import type { ResultState, VisitState } from '../../domain/visit/state';
import { projectPublication } from '../../services/books/visit/publication';
import type { CountySite } from './county-site';

/** Brings what the public sees of a reviewed result in line with a state of it, as the judge does after an act. */
export async function publish(
  site: CountySite,
  department: string,
  { at, reason, visit, ...result }: Partial<ResultState> & { at: string; reason?: string; visit?: string },
): Promise<void> {
  const sample = site.cases.find(
    (state): state is VisitState =>
      state.id.startsWith('visit/') && (state as VisitState).results[department]?.stage === 'reviewed',
  );
  if (!sample?.results[department]) throw new Error(`no reviewed result of ${department}`);
  const published = { publication: 'published' as const, publishedVersion: result.version ?? 1 };
  const next = { ...sample.results[department], version: 1, ...published, ...result };
  const state = { ...sample, id: visit ?? sample.id, results: { ...sample.results, [department]: next } };
  await site.county.dataSource.transaction((manager) =>
    projectPublication(manager, state, { entry: '0', actor: { ...systemActor, department }, at, reason }),
  );
}
