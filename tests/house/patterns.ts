import { spawnSync } from 'node:child_process';

type Json = Record<string, unknown>;
const isObject = (part: unknown): part is Json => typeof part === 'object' && part !== null && !Array.isArray(part);

/** Every pattern within a schema or a description. */
export function patternsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(patternsOf);
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsOf(value),
  );
}

/** What readers of patterns take otherwise: classes that mean other signs in Python, names and escapes that only some know. */
const readOtherwise = /\\[dDwWsSpPkuZAGQ]|\(\?(?!:|=|!)|\/[a-z]*$/;

/** Why a client may read a pattern otherwise than we do; nothing where all read it alike. */
export function faultOfPattern(pattern: string): string | undefined {
  const found = readOtherwise.exec(pattern);
  if (found) return `${found[0]} is not read alike everywhere`;
  for (const flags of ['', 'u', 'v']) {
    try {
      new RegExp(pattern, flags);
    } catch (fault) {
      return (fault as Error).message;
    }
  }
  return undefined;
}

const inPython = `
import json, re, sys
faults = []
for pattern in json.load(sys.stdin):
    try:
        re.compile(pattern)
    except re.error as fault:
        faults.append(pattern + ": " + str(fault))
print(json.dumps(faults))
`;

/** Patterns that Python does not take, with its words; nothing is known where there is no Python. */
export function faultsInPython(patterns: readonly string[]): string[] | undefined {
  const run = spawnSync('python3', ['-c', inPython], { input: JSON.stringify(patterns), encoding: 'utf8' });
  return run.status === 0 ? (JSON.parse(run.stdout) as string[]) : undefined;
}

/** Texts of a value that a pattern of its schema does not take, read with and without the `u` flag. */
export function mismatches(document: unknown, schema: unknown, value: unknown, path = ''): string[] {
  if (!isObject(schema)) return [];
  if (typeof schema['$ref'] === 'string') return mismatches(document, at(document, schema['$ref']), value, path);
  const { pattern, properties, items, anyOf, oneOf, allOf } = schema;
  const branches = [anyOf, oneOf]
    .filter(Array.isArray)
    .map((list) => list.map((one) => mismatches(document, one, value, path)));
  return [
    ...(typeof pattern === 'string' && typeof value === 'string'
      ? ['', 'u'].flatMap((flags) =>
          new RegExp(pattern, flags).test(value) ? [] : [`${path} “${value}” /${pattern}/${flags}`],
        )
      : []),
    ...(isObject(properties) && isObject(value)
      ? Object.entries(properties).flatMap(([name, one]) => mismatches(document, one, value[name], `${path}.${name}`))
      : []),
    ...(Array.isArray(value)
      ? value.flatMap((one, place) => mismatches(document, items, one, `${path}.${place}`))
      : []),
    ...(Array.isArray(allOf) ? allOf.flatMap((one) => mismatches(document, one, value, path)) : []),
    ...branches.flatMap((all) => (all.some((one) => one.length === 0) ? [] : (all[0] ?? []))),
  ];
}

/** Every example with the schema that it is of: beside it, or within it. */
export function examplesOf(part: unknown, path = ''): { path: string; schema: unknown; value: unknown }[] {
  if (Array.isArray(part)) return part.flatMap((one, place) => examplesOf(one, `${path}/${place}`));
  if (!isObject(part)) return [];
  const schema = part['schema'] ?? part;
  const own =
    'example' in part && !isObject(part['properties']?.['example' as never])
      ? [{ path, schema, value: part['example'] }]
      : [];
  const more = Array.isArray(part['examples'])
    ? part['examples'].map((value: unknown) => ({ path, schema, value }))
    : [];
  return [...own, ...more, ...Object.entries(part).flatMap(([name, one]) => examplesOf(one, `${path}/${name}`))];
}

function at(document: unknown, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), document);
}
