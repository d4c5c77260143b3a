import type { DataSource } from 'typeorm';
import type { Receipt } from '../../domain/exchange/message';
import type { OutboxState } from '../../domain/exchange/outbox-state';

/** A message whose state here and at the platform do not agree. */
export interface ExchangeDifference {
  platform: string;
  key: string;
  state: OutboxState;
  kind: 'sentButNotHeld' | 'heldButNotSent';
}

interface Compared {
  id: string;
  key: string;
  state: OutboxState;
}

/** Asks the platform which of the keys it holds, in the order of the keys. */
export type AskPlatform = (keys: string[]) => Promise<{ key: string; receipt?: Receipt }[]>;

const pageSize = 500;

/**
 * Compares every message that is at rest with what the platform holds, page by page, and changes nothing.
 * Zero differences is the only good answer.
 */
export async function findDifferences(
  dataSource: DataSource,
  platform: string,
  ask: AskPlatform,
): Promise<ExchangeDifference[]> {
  const differences: ExchangeDifference[] = [];
  for (let after = '0'; ;) {
    const page: (Compared & { number: string })[] = await dataSource.query(
      `SELECT id, key, state, number::text AS number FROM outbox_message
       WHERE platform = $1 AND number > $2 AND state IN ('sent', 'parked', 'givenUp', 'notNeeded') ORDER BY number LIMIT ${pageSize}`,
      [platform, after],
    );
    const last = page.at(-1);
    if (!last) return differences;
    const held = new Map(
      (await ask(page.map((row) => row.key))).map((entry) => [entry.key, entry.receipt !== undefined]),
    );
    for (const row of page) {
      const isHeld = held.get(row.key) === true;
      if (isHeld === (row.state === 'sent')) continue;
      differences.push({
        platform,
        key: row.key,
        state: row.state,
        kind: isHeld ? 'heldButNotSent' : 'sentButNotHeld',
      });
    }
    after = last.number;
  }
}
