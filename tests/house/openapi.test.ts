import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe as describeApi } from '../../api/openapi/describe';
import { exampleOf } from '../../api/openapi/examples';
import { createTexts } from '../../api/views/texts';
import { faces } from '../../api/faces';
import { processes } from '../../domain/processes';

type Json = Record<string, unknown>;
interface Operation {
  operationId?: string;
  summary?: string;
  security?: Json[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Json; example?: Json }> };
  responses: Record<string, unknown>;
}

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
// As a client reads it: through JSON.
const document = JSON.parse(JSON.stringify(describeApi(texts.t))) as {
  openapi: string;
  info: Json;
  paths: Record<string, Record<string, Operation>>;
  components: Json;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
/** Every pattern of the document. */
function patternsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsOf(value),
  );
}

const acts = Object.values(processes).flatMap((process) => process.acts);

/** Every `$ref` of the document. */
function references(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  );
}

test('is OpenAPI 3.1 with title, version and responses to every operation', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: expect.any(String) as string, version: expect.any(String) as string });
  expect(operations.length).toBeGreaterThan(30);
  for (const { path, method, operation } of operations) {
    expect(path).toMatch(/^\/api\/v1\//);
    expect(['get', 'post']).toContain(method);
    expect(operation.summary?.trim()).not.toBe('');
    expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
    for (const response of Object.values(operation.responses))
      expect(Object.keys(response as Json).some((key) => key === 'description' || key === '$ref')).toBe(true);
  }
});

test('every open act is an operation with its schema, its key and its refusals; acts of the clock are none', () => {
  for (const act of acts) {
    const operation = document.paths[`/api/v1/acts/${act.name}`]?.['post'];
    if (act.byClock) {
      expect(operation).toBeUndefined();
      continue;
    }
    expect(operation?.operationId).toBe(act.name);
    expect(operation?.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
    );
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '202', '403', '404', '409', '422', '503']),
    );
    const schema = operation?.requestBody?.content['application/json']?.schema as
      { properties: Record<string, Json> } | undefined;
    expect(schema?.properties['input']).toBeDefined();
    expect(schema?.properties['case'] === undefined).toBe(act.opens);
  }
  const ids = operations.map(({ operation }) => operation.operationId).filter((id) => id !== undefined);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an outside linter finds nothing to say', () => {
  const said = execFileSync(process.execPath, [join(__dirname, 'lint-openapi.mjs')], {
    input: JSON.stringify(document),
    encoding: 'utf8',
  });
  expect(JSON.parse(said)).toEqual([]);
});

test('types of clients that are kept for the tests are made from it', () => {
  const made = execFileSync(process.execPath, [join(__dirname, '..', 'outsiders', 'write-api-types.mjs')], {
    input: JSON.stringify(document),
    encoding: 'utf8',
  });
  expect(readFileSync(join(__dirname, '..', 'outsiders', 'api.d.ts'), 'utf8')).toBe(made);
});

test('every pattern is one that a client can read, and takes what the rule takes', () => {
  const patterns = patternsOf(document);
  expect(patterns.length).toBeGreaterThan(50);
  for (const pattern of patterns) {
    expect(pattern).not.toMatch(/\/[a-z]*$/);
    expect(() => new RegExp(pattern, 'u')).not.toThrow();
  }
  expect(patterns.some((pattern) => new RegExp(pattern, 'u').test('二〇二六年餐饮单位联合抽查'))).toBe(true);
});

test.each(acts.filter((act) => !act.byClock).map((act) => [act.name, act] as const))(
  '%s has an example that passes its schema',
  (name, act) => {
    const example = exampleOf(name);
    expect(example).toBeDefined();
    expect(act.input.safeParse(example).error?.issues).toBeUndefined();
    expect(
      document.paths[`/api/v1/acts/${name}`]?.['post']?.requestBody?.content['application/json']?.example,
    ).toMatchObject({ input: example });
  },
);

test('no example is left of an act that is gone', () => {
  for (const process of Object.values(processes)) {
    const open = process.acts.filter((act) => !act.byClock).map((act) => act.name.slice(act.name.indexOf('.') + 1));
    expect(Object.keys(faces[process.kind].examples).filter((name) => !open.includes(name))).toEqual([]);
  }
});

test('every operation says what it answers when it refuses, and names its answers once', () => {
  for (const { path, operation } of operations) {
    expect(operation.operationId).toMatch(/^[A-Za-z]+(?:\.[A-Za-z]+)?$/);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '429', '500']));
    expect(operation.security).toBeDefined();
    const answers = JSON.stringify(
      operation.responses['200'] ?? operation.responses['201'] ?? operation.responses['202'] ?? {},
    );
    if (!operation.responses['204']) expect(`${path} ${answers}`).toMatch(/schema/);
    expect(answers).not.toMatch(/"schema":\{\}/);
  }
  expect(JSON.stringify(document).length).toBeLessThan(250_000);
});

test('names of parts in a path are its parameters, every reference leads somewhere, and all but signing in ask for a token', () => {
  for (const { path, operation } of operations) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const declared = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => parameter.name);
    expect(declared.sort()).toEqual(names.sort());
    if (path !== '/api/v1/session') expect(operation.security?.length).toBeGreaterThan(0);
  }
  for (const reference of references(document)) {
    const found = reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((part, key) => (part as Json | undefined)?.[key], document);
    expect(found).toBeDefined();
  }
});
