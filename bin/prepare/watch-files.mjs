import { statSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls `changed` with the paths of files that changed, once nothing has changed for a moment: an editor writes a file
 * in several steps, and a checkout writes many files.
 * @param {string[]} places files and folders; those that are not there are left out
 * @param {(paths: string[]) => void} changed
 * @returns {() => void} ends it
 */
export function watchFiles(places, changed, quietMs = 200) {
  const seen = new Set();
  let timer;
  const note = (path) => {
    seen.add(path.replaceAll('\\', '/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...seen].sort();
      seen.clear();
      changed(paths);
    }, quietMs);
  };
  const watchers = places.flatMap((place) => {
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found) return [];
    if (!found.isDirectory()) return [watch(place, () => note(place))];
    return [watch(place, { recursive: true }, (_event, name) => name && isWritten(name) && note(join(place, name)))];
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

// What editors keep beside a file while it is open.
const isWritten = (name) => !/(^|[/\\])(\.[^/\\]*|[^/\\]*~|4913)$/.test(name);
