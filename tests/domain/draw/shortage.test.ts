import { poolFigures } from '../../../domain/draw/pool-figures';
import { shortageOf } from '../../../domain/draw/shortage';

const held = (...qualifications: string[]) => ({ qualifications });

test('a team that can be filled is not short, whoever has to take which place', () => {
  // Who holds both must leave the one place to whoever holds only that.
  const task = { officers: 2, qualifications: ['价格检查员', '商务执法员'] };
  expect(shortageOf(task, [held('价格检查员', '商务执法员'), held('价格检查员')])).toBeUndefined();
  expect(shortageOf(task, [held('商务 执法员'), held('价格检查员')])).toBeUndefined();
});

test('what is lacking is named: the qualification that nobody is left for, or the place', () => {
  const task = { officers: 3, qualifications: ['价格检查员'] };
  expect(shortageOf(task, [held(), held(), held()])).toEqual({ slot: 1, qualification: '价格检查员' });
  expect(shortageOf(task, [held('价格检查员'), held()])).toEqual({ slot: 3 });
  expect(shortageOf({ officers: 2, qualifications: [] }, [])).toEqual({ slot: 1 });
});

test('of what a pool has left out officers are no objects: the figures of the bar add up to the scope', () => {
  expect(poolFigures({ notActive: 40, notOnDuty: 7, twinRecord: 9, certificateExpired: 3 }, 1077)).toEqual({
    base: 1126,
    out: 49,
    reasons: [
      { reason: 'notActive', count: 40 },
      { reason: 'twinRecord', count: 9 },
    ],
  });
  expect(poolFigures({ recusalUnresolved: 2 }, 5)).toEqual({ base: 5, out: 0, reasons: [] });
});
