import { isReached, shownValue, type Figure } from './figure';

const heads = ['measure', 'figure', 'goal', 'verdict', 'what'];

/** The figures as a table with aligned columns, one line each, and below it what each one is made of. */
export function benchTable(figures: readonly Figure[]): string[] {
  const rows = [heads, ...figures.map(rowOf)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [
    ...lines,
    '',
    ...figures.map(({ name, detail, repeats }) => `${name}: ${detail}; repeats ${repeats.map(shownValue).join(' ')}`),
  ];
}

function rowOf(figure: Figure): string[] {
  const { name, value, goal, unit, what } = figure;
  const inUnit = unit === 'ratio' ? '' : ` ${unit}`;
  const wished = 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
  return [
    name,
    `${shownValue(value)}${inUnit}`,
    `${wished}${inUnit}`,
    isReached(figure) ? 'reached' : '未达标 (missed)',
    what,
  ];
}
