import { every, sql, words } from '../../../db/sql';
import { draw } from '../../../domain/draw/process';
import { withoutCards } from '../../../domain/identity-card';
import type { OrderedList } from '../ordered-list';

export interface PublicDraw {
  place: string;
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

const drawnAt = `c.state->'drawnBy'->>'at'`;
const place = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_([\w-]{1,60})$/;

/**
 * Draws as the public sees them, the last first: two hashes until the visits are done, then the whole bundle.
 * @param ofCheck number of a check: only its draws
 */
export function publicDraws(ofCheck?: string): OrderedList<PublicDraw> {
  return {
    columns:
      words(`(${drawnAt}) || '_' || c.number AS place, c.number, p.title AS check, p.number AS "checkNumber", c.stage, ${drawnAt} AS "drawnAt",
      c.state->>'prkHash' AS "prkHash", c.state->>'resultHash' AS "resultHash", CASE WHEN c.stage = 'opened' THEN (c.state->>'drawn')::int END AS drawn`),
    from: sql`official_case c JOIN official_case p ON p.id = c.parent_id`,
    where: every([
      sql`c.kind = ${draw.kind} AND c.state ? 'prkHash'`,
      ...(ofCheck ? [sql`p.number = ${ofCheck}`] : []),
    ]),
    seen: (row) => ({ ...row, check: withoutCards(row.check) }),
    order: [`(${drawnAt})`, 'c.number'],
    placeOf(text) {
      const [, at, number] = place.exec(text) ?? [];
      return at && number ? [sql`${at}`, sql`${number}`] : undefined;
    },
  };
}
