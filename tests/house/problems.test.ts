import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { problems } from '../../api/problems';
import { refusalList } from '../../domain/refusals/refusal-list';
import texts from '../../templates/locales/zh-CN/problems.json';

const root = join(__dirname, '..', '..');
const rooms = ['domain', 'services', 'engine', 'activities', 'api'];
const words = texts as Record<string, Record<string, string> | undefined>;

/**
 * Names in capitals that are no refusals: words of Node, of the engine, of the upload reader and of the configuration, why a
 * platform's message is parked or given up, and why something that reached a workflow past the web is counted.
 */
const noRefusal =
  /^(?:ERR_\w+|ALLOW_DUPLICATE|ALLOW_DUPLICATE_FAILED_ONLY|LIMIT_FILE_SIZE|REJECT_DUPLICATE|USE_EXISTING|TEMPORAL_CLI_PATH|EXCHANGE_\w+|GIVEN_UP|SOURCE_UNKNOWN|ANSWER_WITHOUT_OUTCOME|ACTIVITY_ALONE|NOT_DUE|OUT_OF_TURN|FOREIGN_RUN|PLACES_FULL|TERMINATE_EXISTING)$/;

/** Every code in capitals that the source of these rooms names, with the first file that does. */
function codesInSource(): Map<string, string> {
  const found = new Map<string, string>();
  for (const room of rooms) {
    for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      const literals = [
        ...text.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g),
        ...text.matchAll(/(?:refuse|new Refusal)\('([A-Z_0-9]+)'/g),
      ];
      for (const [, code = ''] of literals)
        if (!found.has(code) && !noRefusal.test(code)) found.set(code, file.slice(root.length + 1));
    }
  }
  return found;
}

const used = codesInSource();

test('the source names refusals at all, so that this test cannot pass on nothing', () => {
  expect(used.size).toBeGreaterThan(80);
});

test('every refusal that the source names has its HTTP status', () => {
  const missing = [...used]
    .filter(([code]) => !Object.hasOwn(problems, code))
    .map(([code, file]) => `${code} (${file})`);
  expect(missing).toEqual([]);
});

test('every refusal says what happened, what it means and what to do next', () => {
  const codes = new Set([...used.keys(), ...Object.keys(refusalList)]);
  const silent = [...codes].flatMap((code) =>
    ['what', 'means', 'next'].filter((word) => !words[code]?.[word]?.trim()).map((word) => `${code}.${word}`),
  );
  expect(silent).toEqual([]);
});

test('a text names only what its refusal always carries, so that nobody reads an empty place', () => {
  const empty = Object.entries(refusalList).flatMap(([code, { shape }]) =>
    Object.values(words[code] ?? {})
      .flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))
      .filter((name) => (shape as Record<string, z.ZodType>)[name]?.safeParse(undefined).success !== false)
      .map((name) => `${code}: ${name}`),
  );
  expect(empty).toEqual([]);
});

test('no text speaks for a code that is not on the list', () => {
  expect(Object.keys(words).filter((code) => !Object.hasOwn(refusalList, code))).toEqual([]);
});

test('a status is a refusal, a wait, or one of the few failures of ours; never a success that did nothing', () => {
  for (const [code, status] of Object.entries(problems)) {
    if (code === 'ACT_PENDING') expect(status).toBe(202);
    else expect(status).toBeGreaterThanOrEqual(400);
  }
  expect(
    Object.entries(problems)
      .filter(([, status]) => status >= 500)
      .map(([code]) => code),
  ).toEqual(['STEP_PARKED', 'CASE_BEHIND', 'ENGINE_UNREACHABLE', 'INTERNAL']);
});
