import { absoluteFigure, isReached, median, ratioFigure, type Figure } from '../../bin/bench/figure';
import { benchTable } from '../../bin/bench/table';

const faster = { name: 'lifecycle', what: 'checks a second ÷ no-op workflows', goal: { atLeast: 0.6 } };
const slower = { name: 'act', what: 'with many results ÷ with few', goal: { atMost: 1.2 } };
const figure = (named: typeof faster | typeof slower, value: number): Figure => ({
  ...named,
  unit: 'ratio',
  value,
  repeats: [value],
  detail: 'd',
});

describe('the median', () => {
  test.each([
    ['of one', [4], 4],
    ['does not follow one bad repeat', [1, 1, 900, 1, 1], 1],
    ['sorts by number and not by text', [10, 9, 2], 9],
    ['of an even number is the mean of the middle', [4, 1, 2, 3], 2.5],
  ])('%s', (_what, values, middle) => expect(median(values)).toBe(middle));

  test('of nothing is refused', () => expect(() => median([])).toThrow(RangeError));
});

describe('a ratio', () => {
  test('divides each repeat by its own floor before it takes the middle', () => {
    // The machine was ten times slower in the second repeat: dividing medians would give 0.08 or 5.
    const pairs = [
      { product: 5, floor: 10 },
      { product: 0.4, floor: 1 },
      { product: 6, floor: 10 },
    ];
    const made = ratioFigure(slower, pairs, (medians) => `${medians.product} ÷ ${medians.floor}`);
    expect(made).toMatchObject({ value: 0.5, repeats: [0.5, 0.4, 0.6], detail: '5 ÷ 10', unit: 'ratio' });
  });

  test.each([0, -1, Number.NaN])('over a floor of %p is refused', (floor) =>
    expect(() => ratioFigure(slower, [{ product: 1, floor }], () => '')).toThrow(/nothing was measured/),
  );
});

describe('a goal', () => {
  test.each([
    [faster, 0.6, true],
    [faster, 0.59, false],
    [faster, Number.NaN, false],
    [slower, 1.2, true],
    [slower, 1.21, false],
    [slower, Number.NaN, false],
    // What is printed as 1.20 is judged as 1.20.
    [slower, 1.2004, true],
    [slower, 1.206, false],
  ])('%# is judged by its own direction and by the number that is shown', (named, value, reached) =>
    expect(isReached(figure(named, value))).toBe(reached),
  );
});

describe('the table', () => {
  const lines = benchTable([
    figure(faster, 0.41),
    figure(slower, 1.05),
    absoluteFigure({ name: 'memory', what: 'all processes', goal: { atMost: 1.5 }, unit: 'GB' }, [0.9, 1.1, 1], 'PSS'),
  ]);

  test('says of a missed goal that it was missed, and of no other', () => {
    expect(lines.filter((line) => line.includes('missed'))).toEqual([
      expect.stringMatching(/^lifecycle\s+0\.41\s+≥ 0\.6\s+未达标 \(missed\)/),
    ]);
    expect(lines[2]).toMatch(/^act\s+1\.05\s+≤ 1\.2\s+reached/);
  });

  test('names the unit of what is no ratio, and every repeat', () => {
    expect(lines[3]).toMatch(/^memory\s+1\.00 GB\s+≤ 1\.5 GB\s+reached/);
    expect(lines.at(-1)).toBe('memory: PSS; repeats 0.90 1.10 1.00');
  });
});
