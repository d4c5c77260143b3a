import { rowsOf, sql } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';
import { readCard } from '../../../domain/identity-card';
import { textDistance } from '../../../domain/text-distance';

/** So many slips of typing a code may be away to be offered. */
const furthest = 2;
const offered = 5;
const candidates = 200;

export interface NearCode {
  code: string;
  name: string;
}

/** Codes and registration numbers of published results that differ from this one by a slip or two, the nearest first. */
export async function nearCodes(database: Queryable, code: string): Promise<NearCode[]> {
  const rows = await rowsOf<NearCode>(
    database,
    sql`SELECT code, name FROM (
        SELECT DISTINCT ON (c.code) c.code, p.object_name AS name, p.published_at FROM publication p, unnest(ARRAY[p.uscc, p.registration_no]) AS c(code)
        WHERE c.code IS NOT NULL AND abs(length(c.code) - ${code.length}) <= ${furthest} ORDER BY c.code, p.published_at DESC
      ) known ORDER BY similarity(code, ${code}) DESC, code LIMIT ${candidates}`,
  );
  return rows
    .map((row) => ({ ...row, away: textDistance(row.code, code) }))
    .filter(({ code: near, away }) => away <= furthest && readCard(near) === 'no')
    .sort((left, right) => left.away - right.away)
    .slice(0, offered)
    .map(({ code: near, name }) => ({ code: near, name }));
}
