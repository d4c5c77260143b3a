import type { DataSource } from 'typeorm';
import type { OutboxState } from '../../domain/exchange/outbox-state';

/** What a platform's queue still holds. */
export interface Outstanding {
  /** Milliseconds until the next message is due; null when none waits for its time. */
  nextInMs: number | null;
  queued: number;
  sending: number;
  parked: number;
}

/**
 * Counts what waits for a platform and when the next attempt is due, by the database's clock: not before the platform's own
 * pace allows, and not before an earlier message of the same line.
 */
export async function countOutstanding(dataSource: DataSource, platform: string): Promise<Outstanding> {
  const rows: (Omit<Outstanding, 'nextInMs'> & { nextInMs: string | null })[] = await dataSource.query(
    `SELECT ceil(extract(epoch FROM GREATEST(min(due) FILTER (WHERE state IN ('queued', 'sending')), CASE WHEN count(due) > 0 THEN max(not_before) END) - clock_timestamp()) * 1000)::text AS "nextInMs",
       count(*) FILTER (WHERE state = 'queued')::int AS queued,
       count(*) FILTER (WHERE state = 'sending')::int AS sending,
       count(*) FILTER (WHERE state = 'parked')::int AS parked
     FROM (SELECT m.state, (SELECT not_before FROM platform_pace WHERE platform = $1) AS not_before,
             GREATEST(m.next_attempt_at, (SELECT max(e.next_attempt_at) FROM outbox_message e
               WHERE e.platform = m.platform AND e.line = m.line AND e.number < m.number AND e.state IN ('queued', 'sending'))) AS due
           FROM outbox_message m WHERE m.platform = $1 AND m.state IN ('queued', 'sending', 'parked')) AS waiting`,
    [platform],
  );
  const row = rows[0] ?? { nextInMs: null, queued: 0, sending: 0, parked: 0 };
  return { ...row, nextInMs: row.nextInMs === null ? null : Math.max(0, Number(row.nextInMs)) };
}

/** Platforms that have something to send or to tell; the worker wakes them when it starts. */
export async function platformsWithWork(dataSource: DataSource): Promise<string[]> {
  const working: OutboxState[] = ['queued', 'sending'];
  const rows: { platform: string }[] = await dataSource.query(
    'SELECT DISTINCT platform FROM outbox_message WHERE state = ANY($1) OR told_at IS NULL ORDER BY platform',
    [working],
  );
  return rows.map((row) => row.platform);
}
