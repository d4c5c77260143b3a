// Checks the import rules over the rooms of the project in the current directory; fails on a room without modules,
// because a check that sees nothing finds nothing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rooms = [
  'config.ts',
  'domain',
  'workflows',
  'activities',
  'services',
  'db',
  'engine',
  'connectors',
  'api',
  'bin',
];
const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const cruiser = join(project, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

const missing = rooms.filter((room) => !existsSync(room));
const args = [
  cruiser,
  '--config',
  join(project, '.dependency-cruiser.cjs'),
  '--output-type',
  'json',
  ...rooms.filter((room) => existsSync(room)),
];
const run =
  missing.length < rooms.length
    ? spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
    : undefined;
if (run && !run.stdout.startsWith('{')) {
  console.error(run.stdout + run.stderr);
  process.exit(2);
}
const { modules = [], summary = { violations: [] } } = run ? JSON.parse(run.stdout) : {};
const empty = rooms.filter((room) => !modules.some(({ source }) => source === room || source.startsWith(`${room}/`)));
for (const room of empty) console.error(`no module was seen in ${room}: the check would find nothing there`);
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(`${modules.length} modules, ${summary.violations.length} forbidden imports`);
process.exit(empty.length > 0 || summary.violations.length > 0 ? 1 : 0);
