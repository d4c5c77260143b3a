import { beyondPlaces } from '../../domain/beyond-places';

/** How often something reached one place past the web. */
export interface CountedStray {
  place: string;
  count: number;
  /** Code of why the last of them counted as stray. */
  reason: string;
}

/** Why something counts in the row of all other places. */
export const placesFull = 'PLACES_FULL';

/** So many are written at once in each interval: more than a person's mistakes ever make, and no burden. */
const writtenAtOnce = 20;
const intervalMs = 1_000;
/** So many places are told apart while they wait for the end of an interval: more than one engine brings us in that time. */
const placesHeld = 5_000;

export interface StrayCounter {
  /** Counts one; it is written when this returns, unless there are too many: then within a second. */
  count(place: string, reason: string): Promise<void>;
  /** Writes what still waits. */
  flush(): Promise<void>;
}

/**
 * Counts what reaches us past the web, so that however much comes the database is written to a bounded number of times a
 * second, and nothing that came goes uncounted while this process lives.
 * @param write adds to what is kept; what it could not write waits for the next interval
 */
export function strayCounter(write: (strays: CountedStray[]) => Promise<void>, now: () => number): StrayCounter {
  const held = new Map<string, CountedStray>();
  let began = now();
  let written = 0;
  let timer: NodeJS.Timeout | undefined;

  return {
    async count(place, reason) {
      if (now() - began >= intervalMs) [began, written] = [now(), 0];
      if (written >= writtenAtOnce || held.size > 0) return hold({ place, count: 1, reason });
      written += 1;
      await write([{ place, count: 1, reason }]);
    },
    flush,
  };

  function hold(stray: CountedStray): void {
    const isKept = held.has(stray.place) || held.size < placesHeld;
    const { place, reason } = isKept ? stray : { place: beyondPlaces, reason: placesFull };
    held.set(place, { place, count: (held.get(place)?.count ?? 0) + stray.count, reason });
    timer ??= setTimeout(() => void flush().catch(() => undefined), intervalMs).unref();
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const strays = [...held.values()];
    if (strays.length === 0) return;
    held.clear();
    try {
      await write(strays);
    } catch (failure) {
      for (const stray of strays) hold(stray);
      throw failure;
    }
  }
}
