import fc from 'fast-check';
import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import {
  eventBytes,
  inspectorsBytes,
  objectsBytes,
  paramsBytes,
  partyBytes,
  recusalsBytes,
} from '../../../domain/draw/formula/bundle-files';
import { commitmentOf } from '../../../domain/draw/formula/commitment';
import { drawFrom } from '../../../domain/draw/formula/perform-draw';
import { DrawRefusal } from '../../../domain/draw/formula/refusals';
import { verifyBundle } from '../../../domain/draw/formula/verify-bundle';
import { drawOf, plainParams, poolOf, smallPools, type SmallPool } from './small-pools';

const read = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** A whole bundle, as the server would write it. */
function bundleOf(small: SmallPool, event = new Uint8Array()): Map<string, Uint8Array> {
  const secrets = new Map(small.params.parties.map((party, i) => [party, small.secrets[i] as Uint8Array]));
  return new Map([
    ['params.json', paramsBytes(small.params)],
    ['objects.jsonl', objectsBytes(small.objects)],
    ['inspectors.jsonl', inspectorsBytes(small.inspectors)],
    ['recusals.jsonl', recusalsBytes(small.recusals)],
    [
      'commitments.json',
      partyBytes(
        new Map([...secrets].map(([party, secret]) => [party, commitmentOf(sha, small.params.batch, party, secret)])),
      ),
    ],
    ['reveals.json', partyBytes(secrets)],
    ['event.txt', event],
    ['result.json', drawFrom(sha, poolOf(small), { secrets, event }).resultBytes],
  ]);
}

test('whatever the writers write and the draw draws, the verifier finds consistent', () => {
  let consistent = 0;
  fc.assert(
    fc.property(smallPools, (small) => {
      let bundle: Map<string, Uint8Array>;
      try {
        bundle = bundleOf(small);
      } catch (error) {
        if (error instanceof DrawRefusal && error.code === 'infeasible') return;
        throw error;
      }
      expect(verifyBundle(sha, (name) => bundle.get(name)).limits).toEqual(['event-none']);
      consistent++;
    }),
    { numRuns: 300 },
  );
  expect(consistent).toBeGreaterThan(20);
});

test('names of built-in members are ids like any other', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const small: SmallPool = {
    params: plainParams({
      batch: '__proto__',
      parties: ['__proto__', 'constructor'],
      secrets: 'server',
      strata: names.map((id) => ({ id, count: 1 })),
      departments: [
        { id: '__proto__', officers: 2, qualifications: ['constructor'], strata: ['__proto__', 'toString'] },
      ],
    }),
    objects: names.map((id) => ({ id, stratum: id, area: id, weight: 2 })),
    inspectors: names.map((id) => ({ department: '__proto__', id, qualifications: ['constructor', '__proto__'] })),
    recusals: [{ object: 'toString', inspector: '__proto__' }],
    secrets: [new Uint8Array(32), new Uint8Array(32).fill(9)],
  };
  const bundle = bundleOf(small);
  expect(verifyBundle(sha, (name) => bundle.get(name))).toMatchObject({
    verdict: 'consistent',
    limits: ['secrets-server', 'event-none'],
    counts: { drawn: 4, assignments: 2 },
  });
  expect(read(bundle.get('result.json') as Uint8Array)).toContain('"cutoffs":{"__proto__":"');
});

test('an empty pool is drawn to an empty result', () => {
  const bundle = bundleOf({
    params: plainParams(),
    objects: [],
    inspectors: [],
    recusals: [],
    secrets: [new Uint8Array(32), new Uint8Array(32)],
  });
  expect(read(bundle.get('result.json') as Uint8Array)).toMatch(
    /^\{"assignments":\[\],"cutoffs":\{\},"objects":\[\],"prkHash":"[0-9a-f]{64}","version":"draw\/v1"\}$/,
  );
  expect(verifyBundle(sha, (name) => bundle.get(name)).counts.pool).toBe(0);
});

test('rows are sorted bytewise and written canonically', () => {
  expect(
    read(
      objectsBytes([
        { id: 'b', stratum: 's', weight: 1, area: '' },
        { id: 'B', stratum: 's', weight: 2, area: 'x' },
      ]),
    ),
  ).toBe('{"area":"x","id":"B","stratum":"s","weight":2}\n{"id":"b","stratum":"s"}\n');
  expect(read(objectsBytes([{ id: 'b', stratum: 's', weight: null, area: null }]))).toBe('{"id":"b","stratum":"s"}\n');
  expect(
    read(
      inspectorsBytes([
        { department: 'b', id: '1', qualifications: [] },
        { department: 'B', id: '2', qualifications: ['z', 'a', 'z'] },
        { department: 'b', id: '0', qualifications: [] },
      ]),
    ),
  ).toBe(
    '{"department":"B","id":"2","qualifications":["a","z"]}\n{"department":"b","id":"0","qualifications":[]}\n{"department":"b","id":"1","qualifications":[]}\n',
  );
  expect(
    read(
      recusalsBytes([
        { inspector: 'b', object: '1' },
        { inspector: 'a', object: '2' },
        { inspector: 'a', object: '1' },
        { inspector: 'b', object: '1' },
      ]),
    ),
  ).toBe('{"inspector":"a","object":"1"}\n{"inspector":"b","object":"1"}\n{"inspector":"a","object":"2"}\n');
});

test('what else a check fixes stands beside the formula, never in its place', () => {
  expect(read(paramsBytes(plainParams(), { plan: '2026-7', rule: { ratios: [1, 2] } }))).toMatch(
    /"plan":"2026-7","rule":\{"ratios":\[1,2\]\}/,
  );
  expect(() => paramsBytes(plainParams(), { secrets: 'none' })).toThrow(DrawRefusal);
});

test('events are written as the page says', () => {
  expect(read(eventBytes({ kind: 'ssq', id: '2026135', reds: [31, 3, 7, 25, 12, 19], blue: 9 }))).toBe(
    'ssq/2026135/03.07.12.19.25.31/09',
  );
  expect(read(eventBytes({ kind: 'drand', chain: 'ab', round: 4, randomness: 'cd' }))).toBe('drand/ab/4/cd');
  expect(eventBytes({ kind: 'none' })).toHaveLength(0);
});

test('a draw needs exactly the secrets of its parties, 32 bytes each', () => {
  const pool = poolOf({ params: plainParams(), objects: [], inspectors: [], recusals: [] });
  const r = new Uint8Array(32);
  const draw = (secrets: [string, Uint8Array][]): unknown =>
    drawFrom(sha, pool, { secrets: new Map(secrets), event: new Uint8Array() });
  expect(() => draw([['A', r]])).toThrow(/parties-differ/);
  expect(() =>
    draw([
      ['A', r],
      ['B', r],
      ['C', r],
    ]),
  ).toThrow(/party-unknown/);
  expect(() =>
    draw([
      ['A', r],
      ['B', new Uint8Array(31)],
    ]),
  ).toThrow(/secret-malformed/);
});

test('every input moves the key: params, pool, inspectors, recusals, each secret', () => {
  const base: SmallPool = {
    params: plainParams(),
    objects: [{ id: 'a', stratum: 's' }],
    inspectors: ['1', '2', '3'].map((id) => ({ department: 'D', id, qualifications: [] })),
    recusals: [],
    secrets: [new Uint8Array(32), new Uint8Array(32)],
  };
  const variants: SmallPool[] = [
    base,
    { ...base, params: plainParams({ batch: 'b-2' }) },
    { ...base, params: plainParams({ runLength: 1 }) },
    { ...base, objects: [{ id: 'a', stratum: 's', weight: 2 }] },
    { ...base, inspectors: base.inspectors.map((row) => ({ ...row, qualifications: ['q'] })) },
    { ...base, recusals: [{ object: 'a', inspector: '1' }] },
    { ...base, secrets: [new Uint8Array(32).fill(1), new Uint8Array(32)] },
    { ...base, secrets: [new Uint8Array(32), new Uint8Array(32).fill(1)] },
  ];
  expect(new Set(variants.map((variant) => drawOf(variant).prkHash)).size).toBe(variants.length);
});
