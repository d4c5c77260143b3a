import type { DataSource } from 'typeorm';
import { beyondPlaces } from '../../domain/beyond-places';
import { placesFull, strayCounter, type CountedStray, type StrayCounter } from './stray-counter';

/**
 * So many places that are no case of ours have a row of their own on one day: whoever reads the page looks for where it came
 * from, and finds that in the first dozens. Cases of ours always have theirs, and what comes beyond is summed up in one row.
 */
const placesOfDay = 500;

/** One for each database, so that all who count in this process share its pace. */
const counters = new WeakMap<DataSource, StrayCounter>();

/** Counts something that reached a workflow past the web; one row a day and workflow, however many there are. */
export function countStray(dataSource: DataSource, place: string, reason: string): Promise<void> {
  return counterOf(dataSource).count(place.replaceAll('\0', '').slice(0, 200), reason);
}

/** Writes what was counted and still waits, before the process ends. */
export function flushStrays(dataSource: DataSource): Promise<void> {
  return counterOf(dataSource).flush();
}

function counterOf(dataSource: DataSource): StrayCounter {
  const known = counters.get(dataSource);
  if (known) return known;
  const counter = strayCounter(async (strays) => {
    // Whoever closed the database counts no more.
    if (dataSource.isInitialized) await addStrays(dataSource, strays);
  }, Date.now);
  counters.set(dataSource, counter);
  return counter;
}

/** Adds to the rows of today. */
async function addStrays(dataSource: DataSource, strays: CountedStray[]): Promise<void> {
  await dataSource.query(
    `WITH today AS (SELECT (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date AS day),
     kept AS (SELECT place FROM stray_request, today WHERE stray_request.day = today.day),
     told AS (SELECT * FROM unnest($1::text[], $2::integer[], $3::text[]) AS told (place, count, reason)),
     ranked AS (
       SELECT told.*,
         place IN (SELECT place FROM kept) OR place = $5 OR reason = 'FOREIGN_RUN' OR EXISTS (SELECT 1 FROM official_case WHERE id = place) AS known,
         row_number() OVER (PARTITION BY place IN (SELECT place FROM kept) ORDER BY place) AS nth
       FROM told),
     placed AS (
       SELECT known OR (SELECT count(*) FROM kept) + nth <= $4 AS own, * FROM ranked)
     INSERT INTO stray_request (day, place, count, reason, first_at, last_at)
     SELECT today.day, CASE WHEN own THEN place ELSE $5 END, sum(count),
       CASE WHEN bool_and(own) THEN max(reason) ELSE $6 END, clock_timestamp(), clock_timestamp()
     FROM placed, today GROUP BY 1, 2
     ON CONFLICT (day, place) DO UPDATE
       SET count = stray_request.count + EXCLUDED.count, reason = EXCLUDED.reason, last_at = EXCLUDED.last_at`,
    [
      strays.map(({ place }) => place),
      strays.map(({ count }) => count),
      strays.map(({ reason }) => reason),
      placesOfDay,
      beyondPlaces,
      placesFull,
    ],
  );
}
