import fc from 'fast-check';
import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import {
  inspectorsBytes,
  objectsBytes,
  paramsBytes,
  recusalsBytes,
  type InspectorRow,
  type ObjectRow,
  type RecusalRow,
} from '../../../domain/draw/formula/bundle-files';
import { drawFrom, type Draw } from '../../../domain/draw/formula/perform-draw';
import { readPool, type Pool } from '../../../domain/draw/formula/pool';
import type { DrawParams } from '../../../domain/draw/formula/params';

export interface SmallPool {
  params: DrawParams;
  objects: ObjectRow[];
  inspectors: InspectorRow[];
  recusals: RecusalRow[];
  secrets: [Uint8Array, Uint8Array];
}

export const QUALIFICATIONS = ['food', 'lift', 'boiler', 'crane'];

/** Parameters that tests start from: two parties, no event, everything drawn, one department. */
export function plainParams(more: Partial<DrawParams> = {}): DrawParams {
  return {
    version: 'draw/v1',
    batch: 'b-1',
    parties: ['A', 'B'],
    event: { kind: 'none' },
    strata: [{ id: 's', basisPoints: 10_000 }],
    departments: [{ id: 'D', officers: 2, qualifications: [] }],
    ...more,
  };
}

export function poolOf({ params, objects, inspectors, recusals }: Omit<SmallPool, 'secrets'>): Pool {
  return readPool(sha, {
    params: paramsBytes(params),
    objects: objectsBytes(objects),
    inspectors: inspectorsBytes(inspectors),
    recusals: recusalsBytes(recusals),
  });
}

export function drawOf(small: SmallPool): Draw {
  const [a, b] = small.secrets;
  const [first, second] = small.params.parties as [string, string];
  return drawFrom(sha, poolOf(small), {
    secrets: new Map([
      [first, a],
      [second, b],
    ]),
    event: new Uint8Array(),
  });
}

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
const some = (of: string[], minLength = 0): fc.Arbitrary<string[]> => fc.shuffledSubarray(of, { minLength });

const quota = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((basisPoints) => ({ basisPoints })),
  fc.integer({ min: 0, max: 12 }).map((count) => ({ count })),
);

/** Small pools of two strata, up to three areas and two departments, often barely or not feasible. */
export const smallPools: fc.Arbitrary<SmallPool> = fc
  .record({
    quotas: fc.tuple(quota, quota),
    more: fc.nat(2),
    qualifications: some(QUALIFICATIONS),
    strata: fc.option(some(['s', 't'], 1), { nil: undefined }),
    runLength: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    objects: fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[0-9A-Za-z._:-]{1,6}$/),
        stratum: fc.constantFrom('s', 't'),
        weight: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
        area: fc.option(fc.constantFrom('a1', 'a2', 'B'), { nil: undefined }),
      }),
      { selector: ({ id }) => id, maxLength: 14 },
    ),
    inspectors: fc.uniqueArray(
      fc.record({
        department: fc.constantFrom('D', 'C'),
        id: fc.stringMatching(/^[0-9a-z]{1,3}$/),
        qualifications: some(QUALIFICATIONS),
      }),
      { selector: ({ id }) => id, minLength: 4, maxLength: 14 },
    ),
    recusalPairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }),
    secrets: fc.tuple(secret, secret),
  })
  .map(({ quotas, more, qualifications, strata, runLength, objects, inspectors, recusalPairs, secrets }) => ({
    params: plainParams({
      strata: [
        { id: 't', ...quotas[0] },
        { id: 's', ...quotas[1] },
      ],
      departments: [
        { id: 'D', officers: Math.max(2, qualifications.length + more), qualifications },
        { id: 'C', officers: 2, qualifications: [], strata },
      ],
      runLength,
    }),
    objects,
    inspectors,
    recusals:
      objects.length === 0
        ? []
        : recusalPairs.map(([o, i]) => ({
            object: (objects[o % objects.length] as ObjectRow).id,
            inspector: (inspectors[i % inspectors.length] as InspectorRow).id,
          })),
    secrets,
  }));
