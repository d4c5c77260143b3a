import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files under a directory that fit the pattern, sorted. */
export function filesUnder(directory, pattern) {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).replaceAll('\\', '/'))
    .filter((path) => pattern.test(path))
    .sort();
}

/** What stands in each file, as a hash by its path. */
export function hashEach(paths) {
  return Object.fromEntries(
    paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('base64')]),
  );
}

/** Whether the same files hold the same. */
export function sameHashes(one, other) {
  const [left, right] = [Object.keys(one), Object.keys(other)];
  return left.length === right.length && left.every((path) => one[path] === other[path]);
}
