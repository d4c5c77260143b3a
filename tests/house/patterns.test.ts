import { join } from 'node:path';
import { z } from 'zod';
import { describe as describeApi } from '../../api/openapi/describe';
import { plainSchemas } from '../../api/openapi/plain-schemas';
import { createTexts } from '../../api/views/texts';
import { settingValues } from '../../domain/registers/setting-values';
import { examplesOf, faultOfPattern, faultsInPython, mismatches, patternsOf } from './patterns';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
const document: unknown = JSON.parse(JSON.stringify(describeApi(texts.t)));
const settings = plainSchemas(
  Object.values(settingValues).map((schema) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })),
);
const patterns = [...new Set(patternsOf([document, settings]))];

test('every pattern of the interface and of settings means the same to every reader: with and without u, and in Python', () => {
  expect(patterns.length).toBeGreaterThan(5);
  expect(patterns.flatMap((pattern) => faultOfPattern(pattern) ?? [])).toEqual([]);
  expect(faultsInPython(patterns) ?? []).toEqual([]);
});

test('every example is what its pattern takes', () => {
  const examples = examplesOf(document);
  expect(examples.length).toBeGreaterThan(40);
  expect(examples.flatMap(({ path, schema, value }) => mismatches(document, schema, value, path))).toEqual([]);
});

test.each([
  ['\\p{Script=Han}+', 'only with u'],
  ['^\\d{14}$', 'Python takes other digits'],
  ['[\\w-.]', 'a range that u refuses'],
  ['(?<year>[0-9]{4})', 'Python writes ?P'],
  ['^[a-z]+$/i', 'flags are no part of it'],
  ['(', 'no pattern'],
])('%s would be told: %s', (pattern) => {
  expect(faultOfPattern(pattern)).toBeDefined();
});

test('an example that its pattern does not take is told, wherever it stands', () => {
  const schema = {
    properties: { code: { $ref: '#/codes' }, all: { items: { anyOf: [{ $ref: '#/codes' }, { type: 'null' }] } } },
  };
  const codes = { type: 'string', pattern: '^[A-Z]{2}$' };
  expect(mismatches({ codes }, schema, { code: 'AB', all: ['CD', null] })).toEqual([]);
  expect(mismatches({ codes }, schema, { code: 'ab' })).toHaveLength(2);
});
