import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** What a person asked for is neither a check nor a layer nor a path that holds tests; the message is one line. */
export class UnknownTestError extends Error {}

/**
 * Reads the words after `npm test --`: names of checks and layers, and paths of test files or folders.
 * @param {string[]} words none = everything
 * @param {string} [from] the directory from which a path may be told, too
 * @returns {{ checks: string[], layers: string[], paths: string[] }} `paths` empty = all tests of the layers
 */
export function askedTests(words, { checks, layers }, from = '.') {
  if (words.length === 0) return { checks, layers, paths: [] };
  const places = words
    .filter((word) => !checks.includes(word) && !layers.includes(word))
    .map((word) => testPlace(word, { checks, layers }, from));
  const named = layers.filter((layer) => words.includes(layer));
  const touched = (layer) => places.some((place) => place === 'tests' || `${place}/`.startsWith(`tests/${layer}/`));
  return {
    checks: checks.filter((check) => words.includes(check)),
    layers: layers.filter((layer) => named.includes(layer) || touched(layer)),
    paths: places.length === 0 ? [] : [...places, ...named.map((layer) => `tests/${layer}`)],
  };
}

function testPlace(word, { checks, layers }, from) {
  const found = [resolve(word), resolve(from, word)].find((path) => existsSync(path));
  if (!found)
    throw new UnknownTestError(
      `There is no check, layer or path ${word}; there are ${[...checks, ...layers].join(', ')}, and the paths under tests.`,
    );
  const place = relative('.', found).replaceAll('\\', '/');
  const inLayer = place === 'tests' || layers.some((layer) => `${place}/`.startsWith(`tests/${layer}/`));
  if (!inLayer || !holdsTests(place))
    throw new UnknownTestError(
      `${word} holds no tests; tests are files named *.test.ts under tests/${layers.join(', tests/')}.`,
    );
  return place;
}

function holdsTests(place) {
  const isTest = (name) => name.endsWith('.test.ts');
  if (!statSync(place).isDirectory()) return isTest(place);
  return readdirSync(place, { recursive: true }).some((name) => isTest(join(place, String(name))));
}
