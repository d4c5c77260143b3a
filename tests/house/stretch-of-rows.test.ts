import { stretchOfRows } from '../../services/queries/stretch-of-rows';

const rows = Array.from({ length: 7 }, (_, nth) => ({ code: `I-${nth}` }));
const at = (where: { after?: string; before?: string }, size = 3) => {
  const { rows: found, ...rest } = stretchOfRows(rows, ({ code }) => code, { ...where, size });
  return [found.map(({ place }) => place).join(' '), rest.ahead, rest.more];
};

test('a list that is read whole is paged by the place of a row, as a long one is', () => {
  expect(at({})).toEqual(['I-0 I-1 I-2', 0, true]);
  expect(at({ after: 'I-2' })).toEqual(['I-3 I-4 I-5', 3, true]);
  expect(at({ after: 'I-5' })).toEqual(['I-6', 6, false]);
  expect(at({ before: 'I-6' })).toEqual(['I-3 I-4 I-5', 3, true]);
  // Less than a page before it: the first page, whole.
  expect(at({ before: 'I-1' })).toEqual(['I-0 I-1 I-2', 0, true]);
  expect(at({ after: 'I-6' })).toEqual(['', 7, false]);
  expect(at({ after: 'gone' })).toEqual(at({}));
  expect(at({ before: 'gone' })).toEqual(at({}));
});
