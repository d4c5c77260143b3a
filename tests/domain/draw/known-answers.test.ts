import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import { commitmentOf } from '../../../domain/draw/formula/commitment';
import { Expander, hkdfExtract } from '../../../domain/draw/formula/hkdf';
import { performDraw } from '../../../domain/draw/formula/perform-draw';
import { inspectorRealId, objectRealId, openPublicId, publicIdOf } from '../../../domain/draw/formula/public-ids';
import { verifyBundle } from '../../../domain/draw/formula/verify-bundle';
import { fromHex, sha256Of, textBytes, toHex } from '../../../domain/proof/bytes';
import { exampleBundle, textOf } from './example-bundles';

const COUNTING = Uint8Array.from({ length: 32 }, (_, i) => i);

test('the public id of a credit code is the one of the page, and its nonce opens it', () => {
  const { nonce, publicId } = publicIdOf(sha, COUNTING, objectRealId({ uscc: '91320723MA1A000165' }));
  expect(nonce).toBe('771c6430b172064dc24a59b32cbb2486');
  expect(publicId).toBe('57ad21f1d39eefe0de1a4f75bb3cc97b95527fdca7ad66c1d1bb0c11ba9a6648');
  expect(openPublicId(sha, '91320723MA1A000165', fromHex(nonce))).toBe(publicId);
});

test('real ids without a credit code, and of inspectors, name their register first', () => {
  expect(objectRealId({ kind: '个体工商户', registrationNo: '3207' })).toBe('个体工商户:3207');
  expect(inspectorRealId('SCJG', '0042')).toBe('SCJG:0042');
  expect(publicIdOf(sha, COUNTING, 'e\u0301')).toEqual(publicIdOf(sha, COUNTING, '\u00e9'));
});

test('a commitment is the one of the page', () => {
  expect(commitmentOf(sha, '320723-2026-0001-1', 'SCJG', COUNTING)).toBe(
    '8eea2a21caa952bebae82aea56967b42192a5c206d2ec1d85aea350b473ccc35',
  );
});

test('secrets and keys of another length, and ids without UTF-8 form, are refused', () => {
  expect(() => commitmentOf(sha, 'b', 'p', new Uint8Array(31))).toThrow(/32 bytes/);
  expect(() => publicIdOf(sha, new Uint8Array(33), 'x')).toThrow(/32 bytes/);
  expect(() => publicIdOf(sha, COUNTING, '\ud800')).toThrow(/surrogate/);
});

test('extract agrees with RFC 5869 cases 1 and 2 (salt longer than a block)', () => {
  const one = hkdfExtract(sha, fromHex('000102030405060708090a0b0c'), new Uint8Array(22).fill(0x0b));
  expect(toHex(one)).toBe('077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5');
  const run = (from: number): Uint8Array => Uint8Array.from({ length: 80 }, (_, i) => from + i);
  const two = hkdfExtract(sha, run(0x60), run(0x00));
  expect(toHex(two)).toBe('06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244');
});

test('expand agrees with draft-thomson-elegy-vrs', () => {
  let salt = textBytes('totally not a bikeshed');
  for (let i = 0; i < 9; i++) salt = sha256Of(sha, salt);
  expect(toHex(salt)).toBe('5346f2efb5397a6788fc1f1d9c05c6d3f2abe9b7d16d8592a3695b6dbe9f2456');
  const expander = new Expander(sha, hkdfExtract(sha, salt, textBytes('1.2.3.4.5.6./1.2.3.4.5.6./1.2.3.4.5.6./')));
  expect(toHex(expander.expand(textBytes('lavenderblush')))).toMatch(/^002ed527ae0a44a86c205d1cdba/);
  expect(toHex(expander.expand(textBytes('blue')))).toMatch(/^03f710be/);
  expect(toHex(expander.expand(textBytes('darkgoldenrod')))).toMatch(/^08bab813/);
});

describe.each([
  ['10', '44ad5a4a8c81eafb630d2a3f49bcf30d2a2fd30204323db7191737da0692825a', ['log-not-checked']],
  ['14', '1ba0f478dd967131383aa48e0281de1f50e1edec7829220d6786166582ab1a5d', ['log-not-checked']],
  ['21', 'f2d0c0cd77707a627f002c8b39cf6e45aa011f48783db7a729b5bd5abe5bdcbf', ['event-none']],
  ['28', '96dc7b950a41a49154188522265d76642db5704f47e080d2cf46323da84d1ef1', ['secrets-server']],
])('bundle %s', (number, prk, limits) => {
  const bundle = exampleBundle(number);
  const reveals = JSON.parse(textOf(bundle, 'reveals.json')) as Record<string, string>;
  const get = (name: string): Uint8Array => bundle.get(name) as Uint8Array;

  test('is drawn again byte by byte, with the PRK of the page', () => {
    const files = {
      params: get('params.json'),
      objects: get('objects.jsonl'),
      inspectors: get('inspectors.jsonl'),
      recusals: get('recusals.jsonl'),
    };
    const secrets = new Map(Object.entries(reveals).map(([party, hex]) => [party, fromHex(hex)]));
    const steps = new Set<string>();
    const draw = performDraw(sha, files, { secrets, event: get('event.txt') }, ({ step }) => steps.add(step));
    expect(toHex(draw.prk)).toBe(prk);
    expect(Buffer.from(draw.resultBytes).toString()).toBe(textOf(bundle, 'result.json'));
    expect(draw.resultHash).toBe(toHex(sha256Of(sha, get('result.json'))));
    expect(steps).toContain('tickets');
  });

  test('is consistent, and it is said why not more', () => {
    const verification = verifyBundle(sha, (name) => bundle.get(name));
    expect(verification).toMatchObject({
      verdict: 'consistent',
      limits,
      counts: { pool: 70, replacements: { objects: 0, officers: 0 } },
    });
  });

  test('is read the same in pieces of seven bytes', () => {
    function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    }
    expect(verifyBundle(sha, (name) => (bundle.has(name) ? pieces(get(name)) : undefined)).verdict).toBe('consistent');
  });
});
