import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runStep } from './step.mjs';

const rooms = ['domain', 'workflows', 'activities', 'services', 'db', 'engine', 'connectors', 'api', 'bin'];
const stampFile = join('dist', 'build.json');
const bundleFile = join('dist', 'workflow-bundle.js');

/** Compiles sources and styles into dist and bundles the workflows, each where it changed since the last build. */
export async function build() {
  const sources = hashEach([
    ...rooms.flatMap((room) => filesUnder(room, /\.(ts|json)$/)),
    'config.ts',
    'tsconfig.json',
    'package-lock.json',
  ]);
  const styles = hashEach([...filesUnder(join('assets', 'scss'), /\.scss$/), 'package-lock.json']);
  const before = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : { sources: {}, styles: {} };
  const bundled = before.bundle ?? {};
  // What a vanished source left in dist would still be loaded (migrations are found by their folder).
  const vanished = Object.keys(before.sources).some((path) => !(path in sources));
  if (vanished) rmSync('dist', { recursive: true, force: true });
  if (!same(sources, before.sources)) {
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
    await runStep(
      'compiling',
      process.execPath,
      [compiler, '-p', 'tsconfig.json', '--noEmitOnError'],
      'Mend the lines above and start again.',
    );
  }
  if (vanished || !same(styles, before.styles)) compileStyles();
  mkdirSync(join('dist', 'assets'), { recursive: true });
  cpSync(join('assets', 'js'), join('dist', 'assets', 'js'), { recursive: true });
  cpSync(join('assets', 'icon.svg'), join('dist', 'assets', 'icon.svg'));
  const bundle = vanished || !bundleIsCurrent(bundled) ? await bundleWorkflows() : bundled;
  writeFileSync(stampFile, JSON.stringify({ sources, styles, bundle }));
}

/** Whether every file that went into the bundle is as it was; a new one comes with a change of one that imports it. */
function bundleIsCurrent(bundled) {
  const paths = Object.keys(bundled);
  if (paths.length === 0 || !existsSync(bundleFile) || !paths.every((path) => existsSync(path))) return false;
  return same(hashEach(paths), bundled);
}

async function bundleWorkflows() {
  const program = join('bin', 'prepare', 'bundle-workflows.mjs');
  const printed = await runStep(
    'bundling workflows',
    process.execPath,
    [program],
    'Mend the workflows and start again.',
  );
  return hashEach([...JSON.parse(printed), program, 'tsconfig.json', 'package-lock.json']);
}

function compileStyles() {
  const sass = createRequire(import.meta.url)('sass');
  mkdirSync(join('dist', 'assets'), { recursive: true });
  for (const path of filesUnder(join('assets', 'scss'), /\/[^_/][^/]*\.scss$/)) {
    const { css } = sass.compile(path, { style: 'compressed', loadPaths: ['node_modules'], quietDeps: true });
    writeFileSync(join('dist', 'assets', `${path.split('/').at(-1).slice(0, -'.scss'.length)}.css`), css);
  }
}

function filesUnder(directory, pattern) {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).replaceAll('\\', '/'))
    .filter((path) => pattern.test(path))
    .sort();
}

function hashEach(paths) {
  return Object.fromEntries(
    paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('base64')]),
  );
}

function same(one, other) {
  const [left, right] = [Object.keys(one), Object.keys(other)];
  return left.length === right.length && left.every((path) => one[path] === other[path]);
}
