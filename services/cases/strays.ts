import type { Queryable } from '../../db/queryable';

/** Counts something that reached a workflow past the web; one row a day and workflow, however many there are. */
export async function countStray(manager: Queryable, place: string, reason: string): Promise<void> {
  await manager.query(
    `INSERT INTO stray_request (day, place, count, reason, first_at, last_at)
     VALUES ((clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date, $1, 1, $2, clock_timestamp(), clock_timestamp())
     ON CONFLICT (day, place) DO UPDATE SET count = stray_request.count + 1, reason = EXCLUDED.reason, last_at = EXCLUDED.last_at`,
    [place.replaceAll('\0', '').slice(0, 200), reason],
  );
}
