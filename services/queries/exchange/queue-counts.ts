import type { DataSource } from 'typeorm';
import { exchangeViewOf } from '../../../domain/exchange/permission';
import { exchangePlatforms } from '../../../domain/exchange/platform';
import { outboxStates, type OutboxState } from '../../../domain/exchange/outbox-state';
import type { Reader } from '../cases/may-read-case';

/** A platform's queue in numbers; states with nothing in them are shown as zero. */
export interface QueueCounts {
  platform: string;
  nameKey: string;
  counts: Record<OutboxState, number>;
  /** The oldest message that is not at rest, ISO 8601. */
  oldestWaiting: string | null;
}

/** Counts by platform and state of what the reader may see; nothing for those who see no queue. */
export async function countQueues(dataSource: DataSource, reader: Reader): Promise<QueueCounts[]> {
  const view = exchangeViewOf(reader);
  if (view === undefined) return [];
  const rows: { platform: string; state: OutboxState; count: number; oldest: Date }[] = await dataSource.query(
    `SELECT platform, state, count(*)::int AS count, min(created_at) AS oldest FROM outbox_message
     WHERE $1::text IS NULL OR department = $1 GROUP BY platform, state`,
    ['department' in view ? view.department : null],
  );
  return exchangePlatforms.map(({ key, nameKey }) => {
    const mine = rows.filter((row) => row.platform === key);
    const counts = Object.fromEntries(
      outboxStates.map((state) => [state, mine.find((row) => row.state === state)?.count ?? 0]),
    ) as Record<OutboxState, number>;
    const waiting = mine
      .filter((row) => row.state === 'queued' || row.state === 'sending')
      .map((row) => row.oldest.toISOString());
    return { platform: key, nameKey, counts, oldestWaiting: waiting.sort()[0] ?? null };
  });
}
