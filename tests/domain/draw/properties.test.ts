import fc from 'fast-check';
import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import { objectsBytes, type ObjectRow } from '../../../domain/draw/formula/bundle-files';
import { checkFeasibility } from '../../../domain/draw/formula/feasibility';
import { Expander } from '../../../domain/draw/formula/hkdf';
import { readObjects } from '../../../domain/draw/formula/objects-file';
import { DrawRefusal } from '../../../domain/draw/formula/refusals';
import type { DrawResult } from '../../../domain/draw/formula/result';
import { sampleObjects } from '../../../domain/draw/formula/sample';
import { quotaOf } from '../../../domain/draw/formula/strata';
import { toHex } from '../../../domain/proof/bytes';
import { plainDraw } from './plain-draw';
import { drawOf, plainParams, poolOf, smallPools, type SmallPool } from './small-pools';

function resultOrRefusal(small: SmallPool): DrawResult | 'infeasible' {
  try {
    return drawOf(small).result;
  } catch (error) {
    if (error instanceof DrawRefusal && error.code === 'infeasible') return 'infeasible';
    throw error;
  }
}

test('a slow draw written from the page alone comes to the same result', () => {
  const seen = { drawn: 0, infeasible: 0 };
  fc.assert(
    fc.property(smallPools, (small) => {
      const result = resultOrRefusal(small);
      seen[result === 'infeasible' ? 'infeasible' : 'drawn']++;
      expect(result).toEqual(plainDraw(small));
    }),
    { numRuns: 1500 },
  );
  expect(seen.drawn).toBeGreaterThan(100);
  expect(seen.infeasible).toBeGreaterThan(100);
});

test('a draw whose pool is feasible cannot fail, and one of everything fails where it is not', () => {
  fc.assert(
    fc.property(smallPools, (small) => {
      const all = {
        ...small,
        params: { ...small.params, strata: small.params.strata.map(({ id }) => ({ id, basisPoints: 10_000 })) },
      };
      const pool = poolOf(all);
      const problems = checkFeasibility(pool.paramsFile.params, pool.objects, pool.inspectors, pool.recusals);
      expect(problems.length > 0).toBe(resultOrRefusal(all) === 'infeasible');
      if (problems.length === 0) expect(resultOrRefusal(small)).not.toBe('infeasible');
    }),
    { numRuns: 500 },
  );
});

const ids = fc.uniqueArray(fc.stringMatching(/^[0-9a-z]{1,8}$/), { minLength: 2, maxLength: 60 });
const prks = fc.uint8Array({ minLength: 32, maxLength: 32 });

function sample(
  prk: Uint8Array,
  rows: ObjectRow[],
  basisPoints: number,
): Map<string, { ticket: string; drawn: boolean }> {
  const { objects } = readObjects(sha, objectsBytes(rows), plainParams());
  const { tickets, drawn } = sampleObjects(new Expander(sha, prk), objects, [{ id: 's', basisPoints }]);
  return new Map(
    rows.map(({ id }) => {
      const row = objects.indexOf(id);
      return [id, { ticket: toHex(tickets, 32 * row, 32 * row + 32), drawn: drawn.includes(row) }];
    }),
  );
}

test('for a fixed key, removing an object leaves every other ticket as it was', () => {
  fc.assert(
    fc.property(ids, prks, (list, prk) => {
      const rows = list.map((id) => ({ id, stratum: 's' }));
      const before = sample(prk, rows, 5000);
      for (const [id, { ticket }] of sample(prk, rows.slice(1), 5000)) expect(before.get(id)?.ticket).toBe(ticket);
    }),
  );
});

test('a larger ratio draws all that a smaller one drew', () => {
  fc.assert(
    fc.property(ids, prks, fc.nat(10_000), fc.nat(10_000), (list, prk, one, other) => {
      const rows = list.map((id) => ({ id, stratum: 's' }));
      const [few, many] = [sample(prk, rows, Math.min(one, other)), sample(prk, rows, Math.max(one, other))];
      for (const [id, { drawn }] of few) if (drawn) expect(many.get(id)?.drawn).toBe(true);
    }),
  );
});

test('a quota is the ratio rounded up, and a count no more than there are', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(10_000), (size, basisPoints) => {
      expect(BigInt(quotaOf({ id: 's', basisPoints }, size))).toBe(
        (BigInt(size) * BigInt(basisPoints) + 9999n) / 10_000n,
      );
    }),
  );
  expect(quotaOf({ id: 's', count: 3 }, 2)).toBe(2);
  expect(quotaOf({ id: 's', count: 0 }, 2)).toBe(0);
  expect(quotaOf({ id: 's', basisPoints: 1 }, 1)).toBe(1);
});

test('renaming a department changes no ticket: tickets do not depend on departments for a fixed key', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, stratum: 's' }));
  const prk = new Uint8Array(32).fill(7);
  const drawnWith = (department: string): number[] => {
    const pool = poolOf({
      params: plainParams({ departments: [{ id: department, officers: 2, qualifications: [] }] }),
      objects: rows,
      inspectors: [],
      recusals: [],
    });
    return sampleObjects(new Expander(sha, prk), pool.objects, [{ id: 's', basisPoints: 5000 }]).drawn;
  };
  expect(drawnWith('D')).toEqual(drawnWith('E'));
});

test('objects are drawn as often as ratio and weight say', () => {
  const rows: ObjectRow[] = Array.from({ length: 20 }, (_, i) => ({ id: `o${i}`, stratum: 's' }));
  const { objects } = readObjects(sha, objectsBytes(rows), plainParams());
  const weighted = readObjects(
    sha,
    objectsBytes([
      { id: 'heavy', stratum: 's', weight: 3 },
      { id: 'light', stratum: 's' },
    ]),
    plainParams(),
  ).objects;
  const draws = 4000;
  const counts = new Uint32Array(rows.length);
  let heavy = 0;
  for (let seed = 0; seed < draws; seed++) {
    const prk = new Uint8Array(32);
    new DataView(prk.buffer).setUint32(0, seed);
    for (const row of sampleObjects(new Expander(sha, prk), objects, [{ id: 's', basisPoints: 2500 }]).drawn)
      (counts[row] as number)++;
    if (sampleObjects(new Expander(sha, prk), weighted, [{ id: 's', count: 1 }]).drawn[0] === weighted.indexOf('heavy'))
      heavy++;
  }
  // Five standard deviations of a binomial; the seeds are fixed, so the outcome is too.
  const within = (count: number, p: number): void =>
    expect(Math.abs(count - draws * p)).toBeLessThan(5 * Math.sqrt(draws * p * (1 - p)));
  counts.forEach((count) => within(count, 0.25));
  within(heavy, 0.75);
});

test('loads differ by at most one where all are eligible and trips are single visits', () => {
  fc.assert(
    fc.property(ids, fc.integer({ min: 2, max: 9 }), fc.tuple(prks, prks), (list, people, secrets) => {
      const inspectors = Array.from({ length: people }, (_, i) => ({
        department: 'D',
        id: `i${i}`,
        qualifications: [],
      }));
      const { result } = drawOf({
        params: plainParams(),
        objects: list.map((id) => ({ id, stratum: 's' })),
        inspectors,
        recusals: [],
        secrets,
      });
      const loads = new Map(inspectors.map(({ id }) => [id, 0]));
      for (const { inspectors: team } of result.assignments)
        for (const id of team) loads.set(id, (loads.get(id) as number) + 1);
      expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(1);
    }),
  );
});
