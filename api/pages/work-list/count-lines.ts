import type { WorkLine } from '../../../services/queries/cases/work-list';

/** Those that the reader has put their name on, or that nobody has. */
export type Whose = 'mine' | 'nobody';

type Counted = Pick<WorkLine, 'cases' | 'claimed' | 'ownClaims' | 'notBefore'>;

/** How many cases of a line are so; all of them where nothing is asked. */
export function casesOf({ cases, claimed, ownClaims }: Counted, whose?: Whose): number {
  return { mine: ownClaims, nobody: cases - claimed, all: cases }[whose ?? 'all'];
}

/**
 * How many cases of some lines can be worked on now, and how many have their day ahead. Chips, groups of the list and the
 * navigation count by this alone, so that a figure is what stands behind it.
 */
export function countLines(lines: readonly Counted[], whose?: Whose): { now: number; ahead: number } {
  const sum = (some: typeof lines) => some.reduce((total, line) => total + casesOf(line, whose), 0);
  return {
    now: sum(lines.filter(({ notBefore }) => notBefore === null)),
    ahead: sum(lines.filter(({ notBefore }) => notBefore !== null)),
  };
}
