import type { DataSource } from 'typeorm';
import { rowsOf, sql, words } from '../../../db/sql';
import { visit } from '../../../domain/visit/process';
import type { VisitState } from '../../../domain/visit/state';
import { momentOfVisit } from '../../books/visit/moment-of-visit';
import { objectAsOf } from '../registers/as-of';
import { wholeObjectFor } from '../registers/object-visibility';
import { visibleTo, type Reader } from './may-read-case';

export interface DrawnFirm {
  visit: string;
  object: string;
  /** The stratum in which it was drawn; null where the reader may not know its class. */
  stratum: string | null;
  results: VisitState['results'];
}

/**
 * Whom a batch has drawn, as far as this reader may see the visits that came of it, in the order of their numbers, which
 * tells nothing of the draw's.
 */
export async function drawnFirms(
  dataSource: DataSource,
  reader: Reader,
  { check, batch, atMost }: { check: string; batch: string; atMost: number },
): Promise<{ rows: DrawnFirm[]; total: number }> {
  const rows = await rowsOf<DrawnFirm & { total: number }>(
    dataSource,
    sql`SELECT c.id AS visit, ${words(objectAsOf('name', momentOfVisit('c.id')))} AS object, c.state->'results' AS results, count(*) OVER ()::int AS total,
         CASE WHEN ${wholeObjectFor(reader)} THEN (SELECT m.stratum FROM batch b JOIN batch_object m ON m.pool = b.pool WHERE b.number = ${batch} AND m.object_id = o.id) END AS stratum
       FROM official_case c JOIN check_object o ON o.id = c.subject_id
       WHERE c.kind = ${visit.kind} AND c.parent_id = ${check} AND c.state->>'batch' = ${batch} AND ${visibleTo(reader)}
       ORDER BY c.number LIMIT ${atMost}`,
  );
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
