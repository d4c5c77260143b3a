import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type DocumentTexts = (key: string) => string;

/** The words on papers, by dotted key. Throws on a key that the catalogue lacks, before anything is printed. */
export function createDocumentTexts(templates: string): DocumentTexts {
  const catalogue: unknown = JSON.parse(readFileSync(join(templates, 'locales', 'zh-CN', 'documents.json'), 'utf8'));
  return (key) => {
    const found = key
      .split('.')
      .reduce<unknown>((branch, part) => (isBranch(branch) ? branch[part] : undefined), catalogue);
    if (typeof found === 'string') return found;
    throw new Error(`The text "${key}" is not in documents.json. Add it there, or correct the key in the template.`);
  };
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
