import type { Queryable } from '../../../db/queryable';

/** A result that the public reads in one version while a later one is on its way. */
export interface CorrectionUnderway {
  visit: string;
  department: string;
  /** What the public reads now. */
  shown: { version: number; code: string; at: Date };
  /** What is on its way, and how far it has come. */
  next: { version: number; code: string | null; stage: string };
  /** Who raised it and when. */
  raised: { by: string | null; at: Date } | null;
}

/** Corrections of published results of these visits that the public has not read yet. */
export async function correctionsUnderway(
  database: Queryable,
  visits: readonly string[],
): Promise<CorrectionUnderway[]> {
  return database.query(
    `SELECT p.visit_id AS visit, p.department,
       jsonb_build_object('version', p.version, 'code', p.code, 'at', p.published_at) AS shown,
       jsonb_build_object('version', r.result_version, 'code', r.code, 'stage', r.stage) AS next,
       (SELECT jsonb_build_object('by', a.name, 'at', v.entered_at) FROM result_version v LEFT JOIN account a ON a.id::text = v.entered_by
        WHERE v.visit_id = p.visit_id AND v.department = p.department AND v.version > p.version ORDER BY v.version LIMIT 1) AS raised
     FROM publication p JOIN visit_result r ON r.visit_id = p.visit_id AND r.department = p.department
     WHERE p.visit_id = ANY($1::text[]) AND p.state = 'current' AND p.version < r.result_version
     ORDER BY p.visit_id, p.department`,
    [visits],
  );
}
