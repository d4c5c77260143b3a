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
export async function strays(dataSource: DataSource, reader: Reader, today: string): Promise<Stray[]> {
  if (!reader.capacities.some((capacity) => readers.includes(capacity))) return [];
  return rowsOf<Stray>(
    dataSource,
    sql`SELECT to_char(day, 'YYYY-MM-DD') AS day, place, count, reason, last_at AS "lastAt", seen_at IS NOT NULL AND seen_at >= last_at AS seen
     FROM stray_request WHERE day >= ${today}::date - ${days}::int ORDER BY day DESC, last_at DESC, place LIMIT 500`,
  );
}
