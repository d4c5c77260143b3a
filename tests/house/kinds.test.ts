import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { caseKinds, processes } from '../../domain/processes';

const project = join(__dirname, '..', '..');
const rooms = ['domain', 'workflows', 'activities', 'services', 'db', 'engine', 'connectors', 'api', 'bin'];
const kinds = caseKinds.join('|');

/** Where a kind is at home, and the registers that name them all; demonstration, story and bench play cases by name. */
const homes = [
  new RegExp(`^(domain|services/books|api/faces)/(${kinds})/`),
  /^services\/draw\//,
  /^(domain\/(processes|case-states)|services\/books\/index|api\/faces\/index)\.ts$/,
  /^bin\/(demo|bench)\//,
  // What a migration did stays as it was.
  /^db\/migrations\//,
];

/** Places that still name a kind or an act, each with what has to come before it can stop; the list only grows shorter. */
const remaining: Record<string, string> = {
  'domain/exchange/record-kind.ts': 'records of the platforms, one of which is called like a kind',
  'domain/exchange/platform.ts': 'says which record a case of a kind becomes; belongs to its book',
  'db/entities/cases/referral-row.ts': 'a table is called like a kind',
};

const acts = Object.values(processes).flatMap((process) => process.acts.map(({ name }) => name));
const named = new RegExp(`['"\`](?:(?:${kinds})(?:/|['"\`])|(?:${acts.join('|').replaceAll('.', '\\.')})['"\`])`);

const files = rooms.flatMap((room) =>
  readdirSync(join(project, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name))),
);

function names(file: string): boolean {
  const code = readFileSync(join(project, file), 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, '');
  return named.test(code);
}

test('a kind of case and its acts are named where they are at home, and nowhere else', () => {
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => !homes.some((home) => home.test(file)) && names(file));
  expect(found.sort()).toEqual(Object.keys(remaining).sort());
});
