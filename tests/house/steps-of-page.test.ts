import fc from 'fast-check';
import { stepsOfPage } from '../../api/pages/supervision/steps-of-page';

const at = (minute: number) => ({ at: new Date(Date.UTC(2026, 10, 26, 9, minute)) });
const minutes = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 30 });

test('whatever the moments, each step of a case stands on exactly one page of its acts', () => {
  fc.assert(
    fc.property(minutes, minutes, fc.integer({ min: 1, max: 5 }), (actMinutes, stepMinutes, pageSize) => {
      const acts = actMinutes.sort((one, other) => other - one).map(at);
      const steps = stepMinutes.map(at);
      const pages = Math.max(1, Math.ceil(acts.length / pageSize));
      const shown = Array.from({ length: pages }, (_, page) =>
        stepsOfPage(steps, page === 0 ? undefined : acts[page * pageSize], acts[(page + 1) * pageSize]),
      ).flat();
      expect(shown.map((step) => steps.indexOf(step)).sort()).toEqual(steps.map((_step, index) => index).sort());
    }),
  );
});

test('a wait between the last act of a page and the first of the next stands on the newer page', () => {
  const wait = at(30);
  expect(stepsOfPage([wait], undefined, at(20))).toEqual([wait]);
  expect(stepsOfPage([wait], at(20), undefined)).toEqual([]);
});
