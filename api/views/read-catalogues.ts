import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ResourceLanguage } from 'i18next';

/** In which everything that is said of one kind of case stands together, a file a kind. */
const processes = 'processes';

/**
 * Reads the catalogues of one language. `<namespace>.json` holds a namespace; a file in `processes/` holds a part of several,
 * its first keys are their names. A text's key is therefore the same wherever it stands.
 * @throws Error naming the key where two files say it
 */
export function readCatalogues(directory: string): ResourceLanguage {
  const whole: ResourceLanguage = {};
  for (const file of catalogues(directory))
    merge(whole, { [basename(file, '.json')]: read(join(directory, file)) }, file);
  for (const file of catalogues(join(directory, processes)))
    merge(whole, read(join(directory, processes, file)), join(processes, file));
  return whole;
}

const catalogues = (directory: string) =>
  existsSync(directory) ? readdirSync(directory).filter((file) => file.endsWith('.json')) : [];

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as ResourceLanguage;

function merge(into: ResourceLanguage, part: ResourceLanguage, file: string, path: string[] = []): void {
  for (const [key, value] of Object.entries(part)) {
    const known: unknown = into[key];
    if (known === undefined) into[key] = value;
    else if (isBranch(known) && isBranch(value)) merge(known, value, file, [...path, key]);
    else
      throw new Error(`${file} says ${[...path, key].join('.')}, which another file says already. Keep one of them.`);
  }
}

function isBranch(value: unknown): value is ResourceLanguage {
  return typeof value === 'object' && value !== null;
}
