import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Which programs load one of these compiled files.
 * @param {string[]} programs names of compiled programs in dist/bin
 * @param {string[]} files paths in dist
 * @param {string[]} [besides] programs that are meant in any case
 */
export function programsReached(programs, files, besides = []) {
  const changed = new Set(files);
  return programs.filter((program) => besides.includes(program) || loadedBy(program).some((file) => changed.has(file)));
}

function loadedBy(program) {
  const found = new Set();
  const pending = [`dist/bin/${program}.js`];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (found.has(file) || !existsSync(file) || !statSync(file).isFile()) continue;
    found.add(file);
    if (!file.endsWith('.js')) continue;
    for (const [, place] of readFileSync(file, 'utf8').matchAll(/(?:require|import)\("(\.[^"]+)"\)/g)) {
      const target = join(dirname(file), place).replaceAll('\\', '/');
      pending.push(target, `${target}.js`, `${target}/index.js`);
    }
  }
  return [...found];
}
