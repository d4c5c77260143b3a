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

test('of a scope that a reader knows in part nothing is told of the rest: neither its classes nor that there are too few', () => {
  const known = { total: 50, byRiskClass: { A: 10, D: 2 }, classHidden: 30, partial: true };
  const forecast = forecastDraw(known, [
    { scale: 'general', grade: 'A', basisPoints: 5000 },
    { scale: 'general', grade: 'D', count: 9 },
    { scale: 'general', unclassified: true, basisPoints: 10_000 },
  ]);
  const of = (name: string) => forecast.strata.find((line) => line.of === name);
  expect(of('A')).toEqual({ of: 'A', inScope: 10, drawn: 5 });
  expect(of('D')).toEqual({ of: 'D', inScope: 2, drawn: 2 });
  // Those whose class is hidden are not those without one.
  expect(of('none')).toEqual({ of: 'none', inScope: 8, drawn: 8 });
  expect(forecast.total).toBe(50);
  // All of a scope that is chosen by what everybody reads are known by their number.
  expect(forecastDraw(known, [{ all: true, count: 51 }]).strata[0]).toMatchObject({ inScope: 50, tooMany: 51 });
  // Chosen by tag, others may be there.
  expect(forecastDraw({ total: 3, byRiskClass: {}, partial: true }, [{ all: true, count: 4 }]).strata[0]).toEqual({
    of: 'all',
    inScope: 3,
    drawn: 3,
  });
});
