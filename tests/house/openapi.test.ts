import { join } from 'node:path';
import { describe as describeApi } from '../../api/routes/openapi';
import { createTexts } from '../../api/views/texts';
import { processes } from '../../domain/processes';

type Json = Record<string, unknown>;
interface Operation {
  operationId?: string;
  summary?: string;
  security?: Json[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Json }> };
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
    for (const response of Object.values(operation.responses)) expect(response).toHaveProperty('description');
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
