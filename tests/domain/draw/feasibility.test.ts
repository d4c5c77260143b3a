import { checkFeasibility } from '../../../domain/draw/formula/feasibility';
import { fillSlots } from '../../../domain/draw/formula/filling';
import { plainParams, poolOf, type SmallPool } from './small-pools';

function problems(small: Omit<SmallPool, 'secrets'>): unknown {
  const { paramsFile, objects, inspectors, recusals } = poolOf(small);
  return checkFeasibility(paramsFile.params, objects, inspectors, recusals);
}

const base = {
  params: plainParams({ departments: [{ id: 'D', officers: 3, qualifications: ['lift', 'food'] }] }),
  objects: ['a', 'b', 'c'].map((id) => ({ id, stratum: 's' })),
  inspectors: [
    { department: 'D', id: 'both', qualifications: ['lift', 'food'] },
    { department: 'D', id: 'lift', qualifications: ['lift'] },
    { department: 'D', id: 'none', qualifications: [] },
  ],
  recusals: [],
};

test('an officer with two qualifications is moved to the slot where nobody else fits', () => {
  expect(problems(base)).toEqual([]);
});

test('every object is named with department, slot and qualification', () => {
  expect(problems({ ...base, recusals: [{ object: 'b', inspector: 'both' }] })).toEqual([
    { object: 'b', department: 'D', slot: 2, qualification: 'food' },
  ]);
  expect(problems({ ...base, recusals: [{ object: 'c', inspector: 'none' }] })).toEqual([
    { object: 'c', department: 'D', slot: 3, qualification: undefined },
  ]);
  expect(problems({ ...base, inspectors: [] })).toEqual(
    ['a', 'b', 'c'].map((object) => ({ object, department: 'D', slot: 1, qualification: 'lift' })),
  );
});

test('a department is asked only for the strata it serves, and only its own recusals count', () => {
  const params = plainParams({
    strata: [
      { id: 's', count: 1 },
      { id: 't', count: 1 },
    ],
    departments: [...base.params.departments, { id: 'E', officers: 2, qualifications: [], strata: ['t'] }],
  });
  expect(problems({ ...base, params })).toEqual([]);
  const objects = [...base.objects, { id: 'd', stratum: 't' }];
  expect(problems({ ...base, params, objects })).toEqual([
    { object: 'd', department: 'E', slot: 1, qualification: undefined },
  ]);
  const inspectors = [
    ...base.inspectors,
    ...['e1', 'e2', 'e3'].map((id) => ({ department: 'E', id, qualifications: [] })),
  ];
  expect(
    problems({
      ...base,
      params,
      objects,
      inspectors,
      recusals: [
        { object: 'a', inspector: 'e1' },
        { object: 'd', inspector: 'e1' },
      ],
    }),
  ).toEqual([]);
});

test('a hundred thousand objects with a thousand recusals are checked in a moment', () => {
  const objects = Array.from({ length: 100_000 }, (_, i) => ({ id: `o${String(i).padStart(6, '0')}`, stratum: 's' }));
  const recusals = objects.slice(0, 1000).map(({ id }) => ({ object: id, inspector: 'both' }));
  const found = problems({ ...base, objects, recusals }) as unknown[];
  expect(found).toHaveLength(1000);
});

test('a chain of moves as long as the slots is found', () => {
  for (let slots = 2; slots <= 20; slots++) {
    const candidates = Array.from({ length: slots }, (_, k) => k);
    // Officer k takes slot k first; the last slot accepts officer 0 alone, so that all the others have to move on.
    const chain = (candidate: number, slot: number): boolean =>
      slot === slots - 1 ? candidate === 0 : candidate === slot || candidate === slot + 1;
    expect(fillSlots(candidates, slots, chain)).toEqual({ team: candidates.map((slot) => (slot + 1) % slots) });
  }
});
