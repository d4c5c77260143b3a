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

describe('sorted by a column', () => {
  const people = ['安|b', '|c', '北|a', '安|d', '2|e', '10|f'].map((text) => {
    const [name = '', id = ''] = text.split('|');
    return { id, name };
  });
  const page = (all: typeof people, descending: boolean, where: { after?: string; before?: string } = {}, size = 2) =>
    stretchOfRows(all, ({ id }) => id, { ...where, size }, { by: ({ name }) => name, descending });
  const ids = ({ rows: found }: { rows: { id: string }[] }) => found.map(({ id }) => id).join('');

  test('numbers by their size, equal ones as they stood, nothing last whichever way it runs', () => {
    expect(ids(page(people, false, {}, 9))).toBe('efbdac');
    expect(ids(page(people, true, {}, 9))).toBe('abdfec');
  });

  test('its pages are the whole list, each row once, forwards and backwards', () => {
    for (const descending of [false, true]) {
      const all = ids(page(people, descending, {}, 9));
      const first = page(people, descending);
      const second = page(people, descending, { after: first.rows.at(-1)?.place });
      const third = page(people, descending, { after: second.rows.at(-1)?.place });
      expect([first, second, third].map(ids).join('')).toBe(all);
      expect([second.ahead, second.more, third.ahead, third.more]).toEqual([2, true, 4, false]);
      expect(ids(page(people, descending, { before: third.rows[0]?.place }))).toBe(ids(second));
    }
  });

  test.each(['安', '', '1', '末'])(
    'a row that changes to “%s” while somebody reads on moves itself and no other',
    (name) => {
      const first = page(people, false);
      const last = first.rows.at(-1);
      const later = people.map((one) => (one.id === last?.id ? { ...one, name } : one));
      const rest = ids(page(later, false, { after: last?.place }, 9));
      expect(rest.replace(last?.id ?? '', '')).toBe('bdac');
      const before = page(people, false, { after: first.rows.at(-1)?.place }).rows[0];
      const moved = people.map((one) => (one.id === before?.id ? { ...one, name } : one));
      expect(ids(page(moved, false, { before: before?.place }, 9)).slice(0, 2)).toMatch(/ef|be|eb/);
    },
  );

  test('a place names nobody, and one that the list never gave is passed over', () => {
    for (const { place, name } of page(people, false, {}, 9).rows) if (name) expect(place).not.toContain(name);
    for (const after of ['x', '1~00000000~gone', '["安","b"]']) expect(ids(page(people, false, { after }))).toBe('ef');
  });
});
