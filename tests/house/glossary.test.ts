import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'glossary.md'), 'utf8');
const source = ['domain', 'services', 'db/entities']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  .join('\n');

/** Identifiers of the field's own terms: the second column of the tables that have one. */
const identifiers = page
  .split('## How it is built')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Term'))
  .flatMap((line) => [...(line.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

test('every identifier that the glossary gives a term is in the code, so that the page does not age unseen', () => {
  expect(identifiers?.length).toBeGreaterThan(60);
  expect(identifiers?.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(source))).toEqual([]);
});
