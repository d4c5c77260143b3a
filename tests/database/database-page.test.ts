import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databasePage } from './database-page';

const page = databasePage();

test('docs/database.md says what the entities say; write it anew where this fails', () => {
  expect(readFileSync(join(__dirname, '..', '..', 'docs', 'database.md'), 'utf8')).toBe(page);
});

test('every table says what it is for', () => {
  const silent = page
    .split('\n### ')
    .slice(1)
    .filter((part) => (part.split('\n')[2] ?? '') === '');
  expect(silent.map((part) => part.split('\n')[0])).toEqual([]);
});
