import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import type { Draw } from '../../../domain/draw/formula/perform-draw';
import { DrawRefusal, type RefusalCode } from '../../../domain/draw/formula/refusals';
import { checkReplacements, type Replacement } from '../../../domain/draw/formula/replacements';
import { substituteOfficers } from '../../../domain/draw/formula/substitutes';
import { verifyBundle } from '../../../domain/draw/formula/verify-bundle';
import { canonicalJson } from '../../../domain/proof/canonical-json';
import { bytesOf, exampleBundle, textOf } from './example-bundles';
import { drawOf, plainParams, poolOf, type SmallPool } from './small-pools';

const small: SmallPool = {
  params: plainParams({
    strata: [
      { id: 's', count: 3 },
      { id: 't', basisPoints: 10_000 },
    ],
    departments: [
      { id: 'D', officers: 2, qualifications: ['lift'] },
      { id: 'C', officers: 2, qualifications: [], strata: ['s'] },
    ],
    runLength: 2,
  }),
  objects: [...'abcdefgh'].map((id) => ({ id, stratum: 's' })).concat([{ id: 'z', stratum: 't' }]),
  inspectors: [
    ...['d1', 'd2', 'd3', 'd4'].map((id) => ({ department: 'D', id, qualifications: ['lift'] })),
    ...['d5', 'd6'].map((id) => ({ department: 'D', id, qualifications: [] })),
    ...['c1', 'c2', 'c3'].map((id) => ({ department: 'C', id, qualifications: ['lift'] })),
  ],
  recusals: [],
  secrets: [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)],
};
const pool = poolOf(small);
const draw = drawOf(small);
const drawnS = draw.result.objects.filter(({ stratum }) => stratum === 's').map(({ id }) => id);
const allS = drawOf({ ...small, params: { ...small.params } }).sample;
const queue = [...'abcdefgh'].filter((id) => !drawnS.includes(id)).sort((x, y) => Buffer.compare(ticket(x), ticket(y)));

function ticket(id: string): Buffer {
  const row = pool.objects.indexOf(id);
  return Buffer.from(allS.tickets.subarray(32 * row, 32 * row + 32));
}

const [out, out2] = drawnS as [string, string];
const next = queue[0] as string;
const team = draw.result.assignments.find(({ department, object }) => department === 'D' && object === out)
  ?.inspectors as string[];
const free = ['d1', 'd2', 'd3', 'd4'].filter((id) => !team.includes(id)) as [string, string];
const object = (more: Partial<Replacement> = {}): Replacement => ({
  object: out,
  out,
  in: next,
  reasonCode: 'struck-off',
  logIndex: 5,
  ...more,
});
const officer = (more: Partial<Replacement> = {}): Replacement => ({
  department: 'D',
  object: out,
  out: team[0] as string,
  in: free[0],
  reasonCode: 'ill',
  logIndex: 6,
  ...more,
});
const bytes = (...lines: object[]): Uint8Array =>
  bytesOf(lines.map((line) => `${canonicalJson(line as never)}\n`).join(''));
const check = (file: Uint8Array, from: { pool?: typeof pool; draw?: Draw } = {}): unknown =>
  checkReplacements(sha, file, from.pool ?? pool, from.draw ?? draw);

test('the next ticket of the stratum takes the place and the team, and officers after it refer to the new object', () => {
  expect(check(bytes(object(), officer({ object: next })))).toEqual({ objects: 1, officers: 1 });
  expect(check(bytes(object(), object({ object: next, out: next, in: queue[1], logIndex: 6 })))).toEqual({
    objects: 2,
    officers: 0,
  });
  expect(check(bytes(object(), object({ object: out2, out: out2, in: queue[1], logIndex: 6 })))).toEqual({
    objects: 2,
    officers: 0,
  });
  expect(check(new Uint8Array())).toEqual({ objects: 0, officers: 0 });
});

test('an officer replaced may be replaced again, by the one who left too', () => {
  const back = officer({ out: free[0], in: team[0], logIndex: 7 });
  expect(check(bytes(officer(), back))).toEqual({ objects: 0, officers: 2 });
});

test('an unrestricted slot takes an officer without qualification', () => {
  const unqualified = ['d5', 'd6'].find((id) => !team.includes(id)) as string;
  expect(check(bytes(officer({ out: team[1], in: unqualified })))).toEqual({ objects: 0, officers: 1 });
});

const unqualified = ['d5', 'd6'].find((id) => !team.includes(id)) as string;
const refused: [string, RefusalCode, Uint8Array][] = [
  [
    'the log index does not rise',
    'replacement-order',
    bytes(object({ logIndex: 6 }), officer({ object: next, logIndex: 6 })),
  ],
  ['the object was not drawn', 'replacement-out-not-drawn', bytes(object({ object: next, out: next }))],
  ['the object is unknown', 'replacement-out-not-drawn', bytes(object({ object: 'x', out: 'x' }))],
  ['out and object differ', 'replacement-out-not-drawn', bytes(object({ object: next }))],
  [
    'the object was replaced before',
    'replacement-out-not-drawn',
    bytes(object(), object({ in: queue[1], logIndex: 6 })),
  ],
  ['a ticket is passed over', 'replacement-in-not-next', bytes(object({ in: queue[1] }))],
  [
    'a ticket is used twice',
    'replacement-in-not-next',
    bytes(object(), object({ object: out2, out: out2, in: next, logIndex: 6 })),
  ],
  ['the stratum has no further object', 'replacement-in-not-next', bytes(object({ object: 'z', out: 'z' }))],
  [
    'the department does not serve the object',
    'replacement-team-unknown',
    bytes(officer({ department: 'C', object: 'z' })),
  ],
  ['the department is unknown', 'replacement-team-unknown', bytes(officer({ department: 'X' }))],
  ['the team left with the object', 'replacement-team-unknown', bytes(object(), officer())],
  ['the officer is not on the team', 'replacement-out-not-on-team', bytes(officer({ out: free[1] }))],
  ['the substitute is unknown', 'inspector-unknown', bytes(officer({ in: 'x' }))],
  ['the substitute is of another department', 'replacement-in-unfit', bytes(officer({ in: 'c1' }))],
  ['the substitute is on the team', 'replacement-in-unfit', bytes(officer({ in: team[1] }))],
  ['the substitute lacks the qualification of the slot', 'replacement-in-unfit', bytes(officer({ in: unqualified }))],
  ['a key is missing', 'key-missing', bytes({ object: out, out, in: next, logIndex: 1 })],
  ['a key is unknown', 'key-unknown', bytes({ ...object(), more: 1 })],
  ['the log index is negative', 'integer-out-of-range', bytes(object({ logIndex: -1 }))],
  ['the log index is a text', 'wrong-type', bytes({ ...object(), logIndex: '5' })],
  ['the last LF is missing', 'final-lf-missing', bytesOf(canonicalJson({ ...object() }))],
  ['a line is not canonical', 'non-canonical', bytesOf(`${JSON.stringify(object())}\n`)],
  ['a line ends with CRLF', 'crlf', bytesOf(`${canonicalJson({ ...object() })}\r\n`)],
];

test.each(refused)('refused: %s (%s)', (_title, code, file) => {
  let found: unknown;
  try {
    check(file);
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(DrawRefusal);
  expect((found as DrawRefusal).code).toBe(code);
});

test('a substitute recused for the object is refused, also where it became the object by replacement', () => {
  const withRecusal = (recused: string): { pool: typeof pool; draw: Draw } => {
    const other = { ...small, recusals: [{ object: recused, inspector: free[0] }] };
    return { pool: poolOf(other), draw };
  };
  expect(() => check(bytes(officer()), withRecusal(out))).toThrow(/recused/);
  expect(() => check(bytes(object(), officer({ object: next })), withRecusal(next))).toThrow(/recused/);
  expect(check(bytes(officer()), withRecusal(next))).toEqual({ objects: 0, officers: 1 });
});

test('substitutes are asked in the order of the keys before the run: the first two of it are the team itself', () => {
  const unlimited = {
    ...small,
    params: { ...small.params, departments: [{ id: 'C', officers: 2, qualifications: [] }] },
    inspectors: small.inspectors.slice(6),
  };
  const [other, otherDraw] = [poolOf(unlimited), drawOf(unlimited)];
  for (const { department, object: served, inspectors } of otherDraw.result.assignments) {
    const ask = { department, object: served, slot: 0, team: [] };
    expect(substituteOfficers(sha, other, otherDraw, ask).slice(0, 2)).toEqual(inspectors);
    const [rest] = substituteOfficers(sha, other, otherDraw, { ...ask, team: inspectors });
    expect(inspectors).not.toContain(rest);
    expect(['c1', 'c2', 'c3']).toContain(rest);
  }
});

test('substitutes fit the slot, are of the department, and are not recused for the object now served', () => {
  const ask = { department: 'D', object: out, slot: 0, team };
  const asked = substituteOfficers(sha, pool, draw, ask);
  expect([...asked].sort()).toEqual([...free].sort());
  for (const id of asked) expect(check(bytes(officer({ in: id })))).toBeTruthy();
  const recusing = poolOf({ ...small, recusals: [{ object: next, inspector: free[0] }] });
  expect(substituteOfficers(sha, recusing, draw, { ...ask, serving: next })).not.toContain(free[0]);
  expect(substituteOfficers(sha, pool, draw, { ...ask, slot: 1 })).toContain(unqualified);
});

test('a bundle with replacements is consistent and counts them', () => {
  const bundle = exampleBundle('10');
  const result = JSON.parse(textOf(bundle, 'result.json')) as Draw['result'];
  const first = result.objects[0] as { id: string };
  bundle.set('replacements.jsonl', bytes(object({ object: first.id, out: first.id, in: 'x' })));
  const refusal = (): unknown => verifyBundle(sha, (name) => bundle.get(name));
  let expected = '';
  try {
    refusal();
  } catch (error) {
    expected = (error as DrawRefusal).params.expected as string;
  }
  bundle.set('replacements.jsonl', bytes(object({ object: first.id, out: first.id, in: expected })));
  expect(refusal()).toMatchObject({ verdict: 'consistent', counts: { replacements: { objects: 1, officers: 0 } } });
});
