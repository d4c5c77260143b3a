import type { DayFigures } from '../../services/queries/cases/wait-figures';
import { colours, drawChart } from './draw-chart';

/** What came, what was done and what was late, day by day; each line has its own mark, so that no colour is needed. */
export function trendLines(
  days: readonly DayFigures[],
  words: { line(key: 'begun' | 'done' | 'late'): string; day(day: string): string },
): ReturnType<typeof drawChart> {
  const lines = [
    ['begun', colours.light, 'circle', 'dashed'],
    ['done', colours.blue, 'rect', 'solid'],
    ['late', colours.late, 'triangle', 'solid'],
  ] as const;
  return drawChart(
    {
      grid: { left: 48, right: 24, top: 40, bottom: 30 },
      legend: { top: 0, left: 0, itemGap: 28, itemWidth: 26, textStyle: { fontSize: 14 } },
      xAxis: {
        type: 'category',
        data: days.map(({ day }) => words.day(day)),
        boundaryGap: false,
        axisLabel: { fontSize: 13 },
        axisLine: { lineStyle: { color: '#c9ced4' } },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitLine: { lineStyle: { color: '#e3e8ee' } },
        axisLabel: { fontSize: 13 },
      },
      series: lines.map(([key, color, symbol, type]) => ({
        type: 'line' as const,
        name: words.line(key),
        symbol,
        symbolSize: 7,
        color,
        lineStyle: { type, width: 2 },
        data: days.map((day) => day[key]),
      })),
    },
    { width: 960, height: 280 },
  );
}
