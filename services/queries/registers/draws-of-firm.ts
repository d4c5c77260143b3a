import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import { visibleTo, type Reader } from '../cases/may-read-case';
import { draw } from '../../../domain/draw/process';
import { seesAll } from '../../../domain/permissions/reader';
import { visit } from '../../../domain/visit/process';

export interface DrawOfFirm {
  draw: string;
  number: string;
  check: string;
  checkTitle: string;
  frozenAt: string | null;
  /** Why it was left out; null where it was in the pool. */
  exclusion: string | null;
  /** Whether it was drawn; null before the draw, and where the reader may not know it yet. */
  drawn: boolean | null;
}

/**
 * The pools that a firm was in or was left out of, the newest first, by whichever of its records; of the draws that this
 * reader may see. What was drawn is told to those who see the visit, and to all of them once the draw is opened.
 */
export async function drawsOfFirm(dataSource: DataSource, reader: Reader, object: string): Promise<DrawOfFirm[]> {
  return rowsOf<DrawOfFirm>(
    dataSource,
    sql`SELECT c.id AS draw, c.number, p.id AS "check", p.title AS "checkTitle", c.state->'frozenBy'->>'at' AS "frozenAt", m.exclusion,
         CASE WHEN c.stage NOT IN ('drawn', 'opened') THEN NULL
              WHEN c.stage = 'opened' OR ${seesAll(reader)}::boolean THEN m.sequence IS NOT NULL
              WHEN EXISTS (SELECT 1 FROM official_case k WHERE k.kind = ${visit.kind} AND k.parent_id = p.id AND k.subject_id = m.object_id
                AND k.state->>'batch' = c.number AND ${visibleTo(reader, 'k')}) THEN TRUE END AS drawn
       FROM official_case c JOIN official_case p ON p.id = c.parent_id JOIN batch b ON b.number = c.number
       CROSS JOIN LATERAL (SELECT o.object_id, o.exclusion, o.sequence FROM batch_object o WHERE o.pool = b.pool
         AND o.object_id IN (SELECT r.id FROM check_object r WHERE r.id = ${object}::uuid OR r.same_as = ${object}::uuid)) m
       WHERE c.kind = ${draw.kind} AND ${visibleTo(reader)} ORDER BY c.opened_at DESC, c.id`,
  );
}
