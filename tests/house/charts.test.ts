import { checkFunnel } from '../../api/charts/check-funnel';
import { trendLines } from '../../api/charts/trend-lines';
import { unitBars } from '../../api/charts/unit-bars';

const none = { overdue: 0, today: 0, ahead: 0, pending: 0, returned: 0, open: 0 };
const nasty = `</text><script>alert(1)</script>"'&{{x}}`;

test('what a unit or a step is called is text in a chart, whatever signs are in it', async () => {
  const charts = await Promise.all([
    unitBars([{ ...none, department: 'X', overdue: 3, open: 3 }], { unit: () => nasty, part: () => nasty }),
    trendLines([{ day: '2026-12-01', begun: 1, done: 0, late: 2 }], { line: () => nasty, day: () => nasty }),
    checkFunnel(
      { id: '', number: '', title: '', drawn: 2, dated: 1, visited: 0, reviewed: 0, published: 0 },
      () => nasty,
    ),
  ]);
  for (const chart of charts) {
    const svg = chart.toString();
    expect(svg).toMatch(/^<svg aria-hidden="true"[^]*<\/svg>$/);
    expect(svg).not.toMatch(/<script|<style| class=| on[a-z]+=|href/);
    expect(svg).toContain('&lt;');
  }
});

test('a chart of nothing is drawn, and the same figures give the same picture', async () => {
  const draw = async () =>
    (await unitBars([{ ...none, department: 'SCJG' }], { unit: (code) => code, part: (key) => key })).toString();
  expect(await draw()).toBe(await draw());
  expect((await trendLines([], { line: (key) => key, day: (day) => day })).toString()).toContain('<svg');
});
