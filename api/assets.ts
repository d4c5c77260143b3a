import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';

/** What one hash is called in an address. */
const versionLength = 16;

/**
 * The styles and scripts of one build under the hash of them all, so that no page ever runs scripts of two builds: a script
 * that another one imports is named without a version, and lies in the same directory.
 */
export interface Assets {
  /** Where pages find them, below the address of assets. */
  version: string;
  route: Router;
}

/**
 * @param directory what is served
 * @param fresh whether files change while this runs: then nothing is kept
 */
export function assetsOf(directory: string, fresh: boolean): Assets {
  const version = hashOf(directory);
  const kept = express.static(
    directory,
    fresh ? { index: false, maxAge: 0 } : { index: false, maxAge: '1y', immutable: true },
  );
  const passing = express.static(directory, {
    index: false,
    cacheControl: false,
    setHeaders: (res) => void res.setHeader('Cache-Control', 'no-cache'),
  });
  const route = Router()
    .use(`/${version}`, kept)
    // A page of another build asks for what there is now, and keeps none of it under that build's name.
    .use(new RegExp(`^/[0-9a-f]{${versionLength}}`, 'u'), passing)
    .use(passing);
  return { version, route };
}

/** A hash of all files with their names. */
function hashOf(directory: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${path.relative(directory, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, versionLength);
}
