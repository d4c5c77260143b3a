import fc from 'fast-check';
import { threeWays } from '../../domain/three-ways';

const base = { title: '联合抽查', windowTo: '2026-12-31', purpose: '', reason: undefined };

test('what only the other changed is taken over, what only I changed stays, and neither is a collision', () => {
  const { merged, collisions, taken, own } = threeWays({
    base,
    mine: { ...base, title: '我的名称' },
    theirs: { ...base, windowTo: '2027-01-15' },
  });
  expect(merged).toMatchObject({ title: '我的名称', windowTo: '2027-01-15' });
  expect(collisions).toEqual([]);
  expect(taken).toEqual([{ field: 'windowTo', was: '2026-12-31', is: '2027-01-15' }]);
  expect(own).toEqual([{ field: 'title', was: '联合抽查', is: '我的名称' }]);
});

test('a field that both changed is told with all three, is mine until chosen, and may be said anew from both', () => {
  const sides = { base, mine: { ...base, title: '我的' }, theirs: { ...base, title: '对方的' } };
  expect(threeWays(sides).collisions).toEqual([{ field: 'title', was: '联合抽查', mine: '我的', theirs: '对方的' }]);
  expect(threeWays(sides).merged).toMatchObject({ title: '我的' });
  expect(threeWays(sides, { title: 'theirs' }).merged).toMatchObject({ title: '对方的' });
  expect(threeWays(sides, { title: { mixed: '两者' } }).merged).toMatchObject({ title: '两者' });
  expect(threeWays({ base: {}, mine: sides.mine, theirs: sides.theirs }).collisions).toHaveLength(1);
});

test('the same said twice, an empty field, an unticked box and another line end are no change', () => {
  const { collisions, taken, own, merged } = threeWays({
    base: { note: null, ticked: undefined, text: 'a\nb', count: 5 },
    mine: { note: '', ticked: false, text: ' a\r\nb ', count: '5' },
    theirs: { note: '新', ticked: true, text: 'a\nb', count: 5 },
  });
  expect({ collisions, own }).toEqual({ collisions: [], own: [] });
  expect(taken.map(({ field }) => field)).toEqual(['note', 'ticked']);
  expect(merged).toMatchObject({ note: '新', ticked: true });
});

test('rows are put together by what they are about, wherever they stand, and a row that one took away against a change is told', () => {
  const row = (item: string, finding: string, note?: string) => ({ item, finding, note });
  const { merged, collisions } = threeWays({
    base: { rows: [row('A', 'unchecked'), row('B', 'unchecked'), row('C', 'unchecked')] },
    mine: { rows: [row('B', 'problem', '缺标签'), row('A', 'unchecked'), row('C', 'inOrder')] },
    theirs: { rows: [row('A', 'inOrder'), row('B', 'inOrder'), row('D', 'inOrder')] },
  });
  expect(merged['rows']).toEqual([
    row('B', 'problem', '缺标签'),
    row('A', 'inOrder'),
    row('C', 'inOrder'),
    row('D', 'inOrder'),
  ]);
  expect(collisions.map(({ field }) => field)).toEqual(['rows.B.finding', 'rows.C']);
});

test('lists of single values are put together by what was added and taken away', () => {
  const { merged, collisions, taken, own } = threeWays({
    base: { tags: ['a', 'b', 'c'] },
    mine: { tags: ['a', 'c', 'm'] },
    theirs: { tags: ['b', 't', 'a'] },
  });
  expect(merged['tags']).toEqual(['a', 'm', 't']);
  expect(collisions).toEqual([]);
  expect([taken, own].map(([one]) => one?.field)).toEqual(['tags', 'tags']);
});

test('the share and the number of a stratum are one statement: the mixture never has both', () => {
  const of = (grade: string, rest: object) => ({ scale: 'general', grade, ...rest });
  const sides = {
    base: { strata: [of('A', { basisPoints: 500 }), of('B', { basisPoints: 500 })] },
    mine: { strata: [of('A', { count: 10 }), of('B', { basisPoints: 500 })] },
    theirs: { strata: [of('A', { basisPoints: 1000 }), of('B', { count: 3 })] },
  };
  expect(threeWays(sides).collisions.map(({ field }) => field)).toEqual(['strata.general:A']);
  expect(threeWays(sides).merged['strata']).toEqual([of('A', { count: 10 }), of('B', { count: 3 })]);
  expect(threeWays(sides, { 'strata.general:A': 'theirs' }).merged['strata']).toEqual([
    of('A', { basisPoints: 1000 }),
    of('B', { count: 3 }),
  ]);
});

test('lists without names for their rows are one value, so that no row is put beside another that it has nothing to do with', () => {
  const { collisions } = threeWays({
    base: { conditions: [{ text: '一' }] },
    mine: { conditions: [{ text: '零' }, { text: '一' }] },
    theirs: { conditions: [{ text: '一' }, { text: '二' }] },
  });
  expect(collisions.map(({ field }) => field)).toEqual(['conditions']);
});

const words = fc.constantFrom('', 'x', 'y', 'z');
const values = fc.record(
  {
    text: words,
    set: fc.uniqueArray(fc.constantFrom('1', '2', '3')),
    rows: fc.uniqueArray(fc.record({ item: fc.constantFrom('P', 'Q', 'R'), finding: words }), {
      selector: ({ item }) => item,
    }),
    part: fc.record({ inner: words, other: words }),
  },
  { requiredKeys: [] },
);

test('whatever three states: who changed nothing loses nothing, and nothing of either is lost without a word', () => {
  fc.assert(
    fc.property(values, values, values, (first, mine, theirs) => {
      expect(threeWays({ base: theirs, mine, theirs }).collisions).toEqual([]);
      const onlyTheirs = threeWays({ base: first, mine: first, theirs });
      expect([onlyTheirs.collisions, onlyTheirs.own]).toEqual([[], []]);
      // The mixture, seen from what stands, differs only in what is mine or was chosen.
      const mixed = threeWays({ base: first, mine, theirs });
      const all = Object.fromEntries(mixed.collisions.map(({ field }) => [field, 'theirs' as const]));
      const { merged } = threeWays({ base: first, mine, theirs }, all);
      const left = threeWays({ base: theirs, mine: merged, theirs }).own.map(({ field }) => field);
      const mineAlone = new Set([...mixed.own, ...mixed.taken].map(({ field }) => field));
      expect(left.filter((field) => !mineAlone.has(field))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
