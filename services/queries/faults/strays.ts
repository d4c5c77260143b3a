import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import type { Reader } from '../cases/may-read-case';

export interface Stray {
  /** `YYYY-MM-DD` in the county. */
  day: string;
  /** The workflow that it was sent to. */
  place: string;
  count: number;
  /** Code of why the last one counted as stray. */
  reason: string;
  lastAt: Date;
  /** Whether somebody has taken note of all of it. */
  seen: boolean;
}

/** How many days back, today not counted. */
const days = 7;
const readers: readonly string[] = ['systemAdministrator', 'supervisor'];

/** What reached workflows past the web today and in the week before, the newest first; for others none. */
export async function strays(
  dataSource: DataSource,
  reader: Reader,
  today: string,
  atMost?: number,
): Promise<{ rows: Stray[]; total: number }> {
  if (!mayRead(reader)) return { rows: [], total: 0 };
  const rows = await rowsOf<Stray & { total: number }>(
    dataSource,
    sql`SELECT to_char(day, 'YYYY-MM-DD') AS day, place, count, reason, last_at AS "lastAt", seen_at IS NOT NULL AND seen_at >= last_at AS seen,
       (count(*) OVER ())::int AS total
     FROM stray_request WHERE day >= ${today}::date - ${days}::int ORDER BY day DESC, last_at DESC, place LIMIT ${atMost ?? null}`,
  );
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** What came past the web on one day. */
export interface StrayDay {
  day: string;
  /** How often. */
  count: number;
  /** To how many workflows. */
  places: number;
  /** Some of them, those that were sent to last. */
  named: string[];
}

/** The days on which something came past the web that still asks for somebody: today, and earlier ones of which nobody has taken note. */
export async function strayDays(
  dataSource: DataSource,
  reader: Reader,
  today: string,
  namedAtMost: number,
): Promise<StrayDay[]> {
  if (!mayRead(reader)) return [];
  return rowsOf<StrayDay>(
    dataSource,
    sql`SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(count)::int AS count, count(*)::int AS places,
       (array_agg(place ORDER BY last_at DESC, place))[1:${namedAtMost}::int] AS named
     FROM stray_request WHERE day >= ${today}::date - ${days}::int AND (day = ${today}::date OR seen_at IS NULL OR seen_at < last_at)
     GROUP BY stray_request.day ORDER BY stray_request.day DESC`,
  );
}

const mayRead = ({ capacities }: Reader): boolean => capacities.some((capacity) => readers.includes(capacity));
