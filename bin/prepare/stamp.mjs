import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, hashEach } from './hash-files.mjs';

const file = join('dist', 'build.json');
/** Folders whose TypeScript is compiled. */
export const rooms = ['domain', 'workflows', 'activities', 'services', 'db', 'engine', 'connectors', 'api', 'bin'];

/** Of what dist was made: hashes of sources, of styles, and of what went into the workflow bundle. */
export function readStamp() {
  const empty = { sources: {}, styles: {}, bundle: {} };
  return existsSync(file) ? { ...empty, ...JSON.parse(readFileSync(file, 'utf8')) } : empty;
}

export function writeStamp(stamp) {
  writeFileSync(file, JSON.stringify(stamp));
}

/** The sources as they are now. */
export function hashSources() {
  return hashEach([
    ...rooms.flatMap((room) => filesUnder(room, /\.(ts|json)$/)),
    'config.ts',
    'tsconfig.json',
    'package-lock.json',
  ]);
}

/** The style sheets as they are now. */
export function hashStyles() {
  return hashEach([...filesUnder(join('assets', 'scss'), /\.scss$/), 'package-lock.json']);
}
