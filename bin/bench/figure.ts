/** What a figure must reach; exactly one of the two is given. */
export type Goal = { atLeast: number } | { atMost: number };

/** One measured figure against its goal. */
export interface Figure {
  name: string;
  /** What is divided by what, or what is counted, in one line. */
  what: string;
  /** `ratio`, or the unit of an absolute figure. */
  unit: 'ratio' | 'GB' | 's' | 'kB';
  value: number;
  goal: Goal;
  /** Each repeat's value; `value` is their median. */
  repeats: number[];
  /** Medians of both sides in words, and what else a reader must know. */
  detail: string;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no median of no values.');
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[half]] as [number, number];
  return (low + high) / 2;
}

/** Whether the figure, as it is printed, reaches its goal; what cannot be counted reaches none. */
export function isReached({ value, goal }: Pick<Figure, 'value' | 'goal'>): boolean {
  const shown = Number(shownValue(value));
  return 'atLeast' in goal ? shown >= goal.atLeast : shown <= goal.atMost;
}

/** Two decimals, as in the table; the verdict is about this number, so that a table never contradicts itself. */
export function shownValue(value: number): string {
  return value.toFixed(2);
}

/** One repeat of a product and its floor, in whatever both are counted in. */
export interface Pair {
  product: number;
  floor: number;
}

/**
 * The figure of interleaved repeats: each repeat's product ÷ its own floor, then the median.
 * @throws RangeError for a floor that took nothing, or no repeats
 */
export function ratioFigure(
  named: Pick<Figure, 'name' | 'what' | 'goal'>,
  pairs: readonly Pair[],
  detail: (medians: Pair) => string,
): Figure {
  const repeats = pairs.map(({ product, floor }) => {
    if (!(floor > 0)) throw new RangeError(`The floor of ${named.name} is ${floor}: nothing was measured.`);
    return product / floor;
  });
  const medians = {
    product: median(pairs.map((pair) => pair.product)),
    floor: median(pairs.map((pair) => pair.floor)),
  };
  return { ...named, unit: 'ratio', value: median(repeats), repeats, detail: detail(medians) };
}

/** A figure that stands for itself: the median of its repeats. */
export function absoluteFigure(
  named: Pick<Figure, 'name' | 'what' | 'goal' | 'unit'>,
  repeats: number[],
  detail: string,
): Figure {
  return { ...named, value: median(repeats), repeats, detail };
}
