import { forecastDraw } from '../../../domain/joint-check/draw-forecast';

const scope = { total: 1207, byRiskClass: { A: 1001, B: 150, D: 41, null: 15 } };

test('ratios are rounded up within their class, counts never take more than there are, and the rest is not drawn', () => {
  const forecast = forecastDraw(scope, [
    { riskClass: 'A', basisPoints: 100 },
    { riskClass: 'B', count: 20 },
    { riskClass: 'D', count: 50 },
  ]);
  expect(forecast.classes).toEqual([
    { riskClass: 'A', inScope: 1001, drawn: 11 },
    { riskClass: 'B', inScope: 150, drawn: 20 },
    { riskClass: 'C', inScope: 0 },
    { riskClass: 'D', inScope: 41, drawn: 41, tooMany: 50 },
  ]);
  expect(forecast).toMatchObject({ total: 1207, unclassed: 15, drawn: 72 });
});

test('a count that is exactly there is not too many, and an empty class draws none', () => {
  const forecast = forecastDraw(scope, [
    { riskClass: 'D', count: 41 },
    { riskClass: 'C', basisPoints: 10_000 },
  ]);
  expect(forecast.classes[3]).toEqual({ riskClass: 'D', inScope: 41, drawn: 41 });
  expect(forecast.classes[2]).toEqual({ riskClass: 'C', inScope: 0, drawn: 0 });
  expect(forecast.drawn).toBe(41);
});

test('an empty scope is nothing in all its figures', () => {
  expect(forecastDraw({ total: 0, byRiskClass: {} }, [{ riskClass: 'A', count: 3 }])).toMatchObject({
    total: 0,
    unclassed: 0,
    drawn: 0,
    classes: [{ riskClass: 'A', inScope: 0, drawn: 0, tooMany: 3 }, {}, {}, {}],
  });
});
