import { forecastDraw } from '../../../domain/joint-check/draw-forecast';

const scope = { total: 1207, byRiskClass: { A: 1001, B: 150, D: 41, null: 15 } };

test('ratios are rounded up within their class, counts never take more than there are, and the rest is not drawn', () => {
  const forecast = forecastDraw(scope, [
    { scale: 'general', grade: 'A', basisPoints: 100 },
    { scale: 'general', grade: 'B', count: 20 },
    { scale: 'general', grade: 'D', count: 50 },
  ]);
  expect(forecast.strata).toEqual([
    { of: 'A', inScope: 1001, drawn: 11 },
    { of: 'B', inScope: 150, drawn: 20 },
    { of: 'C', inScope: 0 },
    { of: 'D', inScope: 41, drawn: 41, tooMany: 50 },
    { of: 'none', inScope: 15 },
  ]);
  expect(forecast).toMatchObject({ total: 1207, drawn: 72 });
});

test('a count that is exactly there is not too many, and an empty class draws none', () => {
  const forecast = forecastDraw(scope, [
    { scale: 'general', grade: 'D', count: 41 },
    { scale: 'general', grade: 'C', basisPoints: 10_000 },
  ]);
  expect(forecast.strata[3]).toEqual({ of: 'D', inScope: 41, drawn: 41 });
  expect(forecast.strata[2]).toEqual({ of: 'C', inScope: 0, drawn: 0 });
  expect(forecast.drawn).toBe(41);
});

test('an empty scope is nothing in all its figures', () => {
  expect(forecastDraw({ total: 0, byRiskClass: {} }, [{ scale: 'general', grade: 'A', count: 3 }])).toMatchObject({
    total: 0,
    drawn: 0,
    strata: [{ of: 'A', inScope: 0, drawn: 0, tooMany: 3 }, {}, {}, {}, {}],
  });
});

test('objects without a class are drawn by a stratum of their own, or with all others', () => {
  const apart = forecastDraw(scope, [
    { scale: 'general', grade: 'A', basisPoints: 100 },
    { scale: 'general', unclassified: true, basisPoints: 1000 },
  ]);
  expect(apart.strata[4]).toEqual({ of: 'none', inScope: 15, drawn: 2 });
  expect(apart.drawn).toBe(13);
  const whole = forecastDraw(scope, [{ all: true, basisPoints: 100 }]);
  expect(whole.strata).toEqual([{ of: 'all', inScope: 1207, drawn: 13 }]);
});
