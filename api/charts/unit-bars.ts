import type { UnitFigures } from '../../services/queries/cases/wait-figures';
import { colours, drawChart } from './draw-chart';

const parts = [
  ['overdue', colours.late],
  ['today', colours.soon],
  ['ahead', colours.blue],
  ['pending', colours.grey],
] as const;

/** A bar for each unit, whose name goes over two lines where it is long so that a phone has room for the bars: what it is late with, what is due today, what is in time. */
export function unitBars(
  figures: readonly UnitFigures[],
  words: { unit(code: string): string; part(key: (typeof parts)[number][0]): string },
): ReturnType<typeof drawChart> {
  const height = 70 + figures.length * 26;
  return drawChart(
    {
      grid: { left: 162, right: 24, top: 34, bottom: 28 },
      legend: { top: 0, left: 0, itemGap: 28, itemWidth: 14, itemHeight: 10, textStyle: { fontSize: 14 } },
      xAxis: {
        type: 'value',
        minInterval: 1,
        splitLine: { lineStyle: { color: '#e3e8ee' } },
        axisLabel: { fontSize: 13 },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: figures.map(({ department }) => words.unit(department)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: '#c9ced4' } },
        axisLabel: { interval: 0, width: 152, overflow: 'break', fontSize: 12, lineHeight: 13, color: '#1c1f23' },
      },
      series: parts.map(([key, color]) => ({
        type: 'bar' as const,
        name: words.part(key),
        stack: 'waits',
        barWidth: 14,
        color,
        data: figures.map((row) => row[key]),
      })),
    },
    { width: 960, height },
  );
}
