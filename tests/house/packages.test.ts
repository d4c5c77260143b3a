import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(__dirname, '..', '..', file), 'utf8')) as T;
const declared = read<{ dependencies: Record<string, string>; devDependencies: Record<string, string> }>(
  'package.json',
);
const locked = Object.entries(read<{ packages: Record<string, Locked> }>('package-lock.json').packages).filter(
  ([place]) => place !== '',
);
const named = { ...declared.dependencies, ...declared.devDependencies };

/** Licences that let a county run, change and hand on what is built of them. */
const free = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '0BSD',
  'Unlicense',
  'MPL-2.0',
  'OFL-1.1',
  'CC-BY-4.0',
  'MIT-0',
  'Python-2.0',
  'PSF-2.0',
  '(MIT OR CC0-1.0)',
];
/** Packages that say their licence in a file only; read there: MIT, MIT, Unlicense, MIT. */
const saidInAFile = [
  'node_modules/busboy',
  'node_modules/streamsearch',
  'node_modules/unionfs',
  'node_modules/combine-errors',
];

test('every package is named by one exact version, so that two installations are the same', () => {
  expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(Object.keys(named).length).toBeGreaterThan(40);
});

test('the engine’s packages are all of one version, because its parts speak to each other unversioned', () => {
  const versions = locked
    .filter(([place]) => /^node_modules\/@temporalio\//.test(place))
    .map(([, { version }]) => version);
  expect(versions.length).toBeGreaterThan(6);
  expect(new Set(versions).size).toBe(1);
});

test('the engine’s own messages are read by one protobufjs, or stored histories cannot be read', () => {
  const nested = locked.filter(([place]) => /@temporalio\/.*node_modules\/protobufjs$/.test(place));
  expect(nested).toEqual([]);
});

test('every locked package is held to its content', () => {
  expect(locked.filter(([, { integrity }]) => !integrity).map(([place]) => place)).toEqual([]);
});

test('every package has a licence under which it may be handed on', () => {
  const others = locked.filter(([place, { license }]) => !free.includes(license ?? '') && !saidInAFile.includes(place));
  expect(others.map(([place, { license }]) => `${place}: ${license}`)).toEqual([]);
});
