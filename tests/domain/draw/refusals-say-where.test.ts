import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import type { RefusalCode } from '../../../domain/draw/formula/refusals';
import { verifyBundle } from '../../../domain/draw/formula/verify-bundle';
import { exampleBundle } from './example-bundles';
import { json, lines, refusalOf, replace, text, type Json, type Mutation } from './spoilt-bundles';

const drand: [string, RefusalCode, Mutation][] = [
  ['another round', 'event-differs', replace('event.txt', '/4000014/', '/4000015/')],
  ['another chain', 'event-differs', replace('event.txt', '/bd', '/bc')],
  ['round with a leading zero', 'event-malformed', replace('event.txt', '/4000014/', '/04000014/')],
  ['randomness in capitals', 'event-malformed', replace('event.txt', /f101/, 'F101')],
  ['ssq given', 'event-differs', text('event.txt', () => 'ssq/2026135/03.07.12.19.25.31/09')],
];
test.each(drand)('drand: %s is refused as %s', (_title, code, mutate) => {
  const bundle = exampleBundle('14');
  mutate(bundle);
  expect(refusalOf(bundle).code).toBe(code);
});

test('a refusal says where', () => {
  const bundle = exampleBundle('10');
  replace('objects.jsonl', '"weight":3', '"weight":1')(bundle);
  expect(refusalOf(bundle).params).toEqual({
    file: 'objects.jsonl',
    line: 8,
    key: 'weight',
    value: 1,
    least: 2,
    most: 1000,
  });
  const other = exampleBundle('10');
  json('result.json', (r) => ((r.cutoffs as Json).g1 = '0'.repeat(64)))(other);
  expect(refusalOf(other).params).toMatchObject({ key: 'cutoffs.g1', found: '0'.repeat(64) });
});

test('an infeasible object is named with department, slot and qualification', () => {
  const bundle = exampleBundle('10');
  const without = lines('inspectors.jsonl', (rows) =>
    rows.map((row) => (row.includes('"YJJ"') ? row.replace(/"boiler",?/, '').replace(',]', ']') : row)),
  );
  without(bundle);
  bundle.set('recusals.jsonl', new Uint8Array());
  expect(refusalOf(bundle).params).toMatchObject({ department: 'YJJ', slot: 2, qualification: 'boiler' });
});

test('deep nesting in an extra of the params is harmless: only the result differs', () => {
  const bundle = exampleBundle('10');
  replace('params.json', '"batch"', `"aa":${'['.repeat(200_000)}${']'.repeat(200_000)},"batch"`)(bundle);
  expect(refusalOf(bundle)).toMatchObject({ code: 'result-differs', params: { key: 'prkHash' } });
});

test('other files in the directory are ignored', () => {
  const bundle = exampleBundle('10');
  const asked: string[] = [];
  verifyBundle(sha, (name) => (asked.push(name), bundle.get(name)));
  expect([...new Set(asked)].sort()).toEqual([...bundle.keys(), 'replacements.jsonl'].sort());
});
