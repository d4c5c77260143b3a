import { statSync } from 'node:fs';
import { dirname, parse, resolve } from 'node:path';

/** Whether accounts other than the owner may enter every directory above `path`. */
export function isReachableByOthers(path: string): boolean {
  const { root } = parse(resolve(path));
  for (let place = dirname(resolve(path)); ; place = dirname(place)) {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (stat && (stat.mode & 0o001) === 0) return false;
    if (place === root) return true;
  }
}
