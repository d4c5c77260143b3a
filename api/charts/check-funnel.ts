import { funnelSteps, type Funnel, type FunnelStep } from '../../services/queries/cases/check-funnels';
import { colours, drawChart } from './draw-chart';

/** How many of the firms of a check have come how far: a bar for each step below the one before. */
export function checkFunnel(funnel: Funnel, word: (step: FunnelStep) => string): ReturnType<typeof drawChart> {
  return drawChart(
    {
      grid: { left: 92, right: 60, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, funnel.drawn) },
      yAxis: {
        type: 'category',
        inverse: true,
        data: funnelSteps.map(word),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { fontSize: 14, color: '#1c1f23' },
      },
      series: [
        {
          type: 'bar',
          barWidth: 16,
          color: colours.blue,
          showBackground: true,
          backgroundStyle: { color: '#eef1f5' },
          label: { show: true, position: 'right', fontSize: 14, color: '#1c1f23' },
          data: funnelSteps.map((step) => funnel[step]),
        },
      ],
    },
    { width: 380, height: 140 },
  );
}
