import type { DataSource } from 'typeorm';
import { every, listed, rowsOf, sql, words, type Sql } from '../../../db/sql';
import { jointCheck } from '../../../domain/joint-check/process';
import { visit } from '../../../domain/visit/process';
import { visibleTo, type Reader } from './may-read-case';

/** How far a visit is: each step is reached by those that have reached the next one. */
export const funnelSteps = ['drawn', 'dated', 'visited', 'reviewed', 'published'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

export type Funnel = Record<FunnelStep, number> & { id: string; number: string; title: string };

/** Checks that are shown at once; what is over comes later. */
const atMost = 50;

/**
 * Whether the visit `c` has reached a step: all results that are asked of it have, or those of one unit.
 * Figures and their list ask this alone.
 */
export function reached(step: FunnelStep, department?: string): Sql {
  const counts = sql`r.visit_id = c.id AND r.stage <> 'excused'${department ? sql` AND r.department = ${department}` : sql``}`;
  const all = (condition: Sql) => sql`NOT EXISTS (SELECT 1 FROM visit_result r WHERE ${counts} AND NOT (${condition}))`;
  const asked = department ? [sql`EXISTS (SELECT 1 FROM visit_result r WHERE ${counts})`] : [];
  const further: Record<FunnelStep, Sql> = {
    drawn: sql`TRUE`,
    dated: sql`c.stage <> 'awaitingDate'`,
    visited: all(sql`r.stage <> 'awaitingVisit'`),
    reviewed: all(sql`r.stage = 'reviewed'`),
    published: all(sql`r.stage = 'reviewed' AND r.publication IN ('published', 'withheld', 'withdrawn')`),
  };
  return every([sql`c.kind = ${visit.kind} AND c.stage <> 'cancelled'`, ...asked, further[step]]);
}

/** The funnel of every open check that the reader may see, the newest first; a check before its draw stands with zeros. */
export async function checkFunnels(
  dataSource: DataSource,
  reader: Reader,
  department?: string,
): Promise<{ rows: Funnel[]; total: number }> {
  const figures = funnelSteps.map(
    (step) => sql`count(c.id) FILTER (WHERE ${reached(step, department)})::int AS ${words(`"${step}"`)}`,
  );
  const rows = await rowsOf<Funnel & { total: number }>(
    dataSource,
    sql`WITH checks AS (
       SELECT c.id, c.number, c.title, c.opened_at, count(*) OVER ()::int AS total FROM official_case c
       WHERE c.kind = ${jointCheck.kind} AND NOT c.closed AND ${visibleTo(reader)} ORDER BY c.opened_at DESC, c.id LIMIT ${atMost}
     )
     SELECT k.id, k.number, k.title, k.total, ${listed(figures)}
     FROM checks k LEFT JOIN official_case c ON c.parent_id = k.id AND c.kind = ${visit.kind}
     GROUP BY k.id, k.number, k.title, k.total, k.opened_at ORDER BY k.opened_at DESC, k.id`,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
