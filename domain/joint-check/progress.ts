import type { Telling } from '../process';

/** How far a check is: counts over its results. */
export interface Progress {
  visits: number;
  visited: number;
  awaitingPublication: number;
}

interface Batch {
  check: string;
  batch: string;
}

interface ProgressTelling extends Telling {
  id: string;
  /** Whether the counts say that it is time; the act itself asks again where it takes effect. */
  isDue(progress: Progress): boolean;
}

/**
 * What the progress of a batch leads to: its draw opens when its visits are done (04-draw.md, step 5), and the check is
 * 办结 when no result waits for publication.
 */
export function progressTellings({ check, batch }: Batch): ProgressTelling[] {
  return [
    {
      id: `draw/${batch}`,
      act: 'draw.open',
      input: {},
      submission: `${batch}/open`,
      isDue: ({ visits, visited }) => visited === visits,
    },
    {
      id: check,
      act: 'jointCheck.complete',
      input: {},
      submission: `${batch}/complete`,
      isDue: ({ awaitingPublication }) => awaitingPublication === 0,
    },
  ];
}
