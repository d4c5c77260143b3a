import type { DataSource } from 'typeorm';
import type { DrawResult } from '../../domain/draw/formula/result';
import type { DrawState } from '../../domain/draw/state';
import { openVisit, type VisitState } from '../../domain/visit/state';
import { Refusal } from '../../domain/refusal';
import { createHmac } from 'node:crypto';
import { readBundleFiles } from './bundle-files';
import { poolOf } from './pool-of';

/**
 * The visits that a drawn batch leads to, in an order made from the batch's key that tells nothing of the draw's, with the officers of each department.
 * @throws Refusal DRAW_NOT_HELD before the draw
 */
export async function drawnVisits(dataSource: DataSource, batch: string): Promise<VisitState[]> {
  const cases: { state: DrawState }[] = await dataSource.query('SELECT state FROM official_case WHERE id = $1', [
    `draw/${batch}`,
  ]);
  const draw = cases[0]?.state;
  const resultFile = (await readBundleFiles(dataSource, batch)).get('result.json');
  const pool = await poolOf(dataSource, batch);
  if (!draw?.drawnBy || !resultFile || !pool) throw new Refusal('DRAW_NOT_HELD', { batch });
  const result = JSON.parse(resultFile.toString('utf8')) as DrawResult;
  const inspectors = await idsByPublicId(
    dataSource,
    'SELECT public_id, inspector_id AS id FROM batch_inspector WHERE pool = $1 AND public_id IS NOT NULL',
    pool.id,
  );
  const objects = await idsByPublicId(
    dataSource,
    'SELECT public_id, object_id AS id FROM batch_object WHERE pool = $1 AND sequence IS NOT NULL',
    pool.id,
  );

  const teams = new Map<string, Record<string, string[]>>();
  for (const { department, object, inspectors: publicIds } of result.assignments) {
    const team = teams.get(object) ?? {};
    team[department] = publicIds.map((publicId) => inspectors.get(publicId) ?? '');
    teams.set(object, team);
  }
  const order = (id: string) => createHmac('sha256', pool.nonceKey).update(`visit|${id}`).digest('hex');
  const numbered = result.objects
    .map(({ id }) => ({ id, order: order(id) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  return numbered.map((object, index) =>
    openVisit({
      batch,
      check: draw.check,
      checkNumber: draw.checkNumber,
      lead: draw.lead,
      sequence: index + 1,
      object: objects.get(object.id) ?? '',
      windowFrom: draw.scheme.windowFrom,
      windowTo: draw.scheme.windowTo,
      ...(draw.scheme.unannouncedBasis !== undefined && { unannounced: true }),
      officers: teams.get(object.id) ?? {},
      at: draw.drawnBy?.at ?? draw.since,
    }),
  );
}

async function idsByPublicId(dataSource: DataSource, sql: string, batch: string): Promise<Map<string, string>> {
  const rows: { public_id: string; id: string }[] = await dataSource.query(sql, [batch]);
  return new Map(rows.map((row) => [row.public_id, row.id]));
}
