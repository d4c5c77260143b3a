import type { DataSource } from 'typeorm';
import { draw } from '../../../domain/draw/process';

export interface PublicDraw {
  number: string;
  check: string;
  checkNumber: string;
  stage: string;
  drawnAt: string;
  prkHash: string;
  resultHash: string;
  /** Told only once the draw is opened, so that nobody is warned. */
  drawn: number | null;
}

/** Draws as the public sees them: two hashes until the visits are done, then the whole bundle. */
export async function publicDraws(
  dataSource: DataSource,
  page: number,
  pageSize: number,
): Promise<{ rows: PublicDraw[]; total: number }> {
  const held = `c.kind = $1 AND c.state ? 'prkHash'`;
  const [{ total }]: [{ total: number }] = await dataSource.query(
    `SELECT count(*)::int AS total FROM official_case c WHERE ${held}`,
    [draw.kind],
  );
  const rows: PublicDraw[] = await dataSource.query(
    `SELECT c.number, p.title AS check, p.number AS "checkNumber", c.stage, c.state->'drawnBy'->>'at' AS "drawnAt", c.state->>'prkHash' AS "prkHash",
       c.state->>'resultHash' AS "resultHash", CASE WHEN c.stage = 'opened' THEN (c.state->>'drawn')::int END AS drawn
     FROM official_case c JOIN official_case p ON p.id = c.parent_id WHERE ${held} ORDER BY c.state->'drawnBy'->>'at' DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    [draw.kind],
  );
  return { rows, total };
}
