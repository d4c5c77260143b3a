import { caseNumber, ownNumberOf, partNumber, yearAndSerialOf } from '../../domain/numbers';

const own = caseNumber('320723', 2026, 'L', 7);
const draw = partNumber(own, 'C', 1);

test('a number has a letter for its kind, and a part adds its own to that of its parent', () => {
  expect([own, draw, partNumber(draw, 'J', 12, 5)]).toEqual([
    '320723-2026-L0007',
    '320723-2026-L0007-C1',
    '320723-2026-L0007-C1-J00012',
  ]);
});

test.each([own, draw, partNumber(draw, 'J', 12, 5)])('%s leads back to the case that it begins with', (number) => {
  expect(ownNumberOf(number)).toBe(own);
  expect(yearAndSerialOf(number)).toEqual({ year: 2026, letter: 'L', serial: 7 });
});

test('the ten-thousandth case of a year has a number like the others', () => {
  const late = caseNumber('320723', 2026, 'L', 10_000);
  expect(ownNumberOf(partNumber(late, 'Z', 2))).toBe(late);
});

test('what is no number is left as it is, and has neither year nor serial', () => {
  expect(ownNumberOf('320723-2026-0007')).toBe('320723-2026-0007');
  expect(() => yearAndSerialOf('320723-2026-0007')).toThrow(RangeError);
});
