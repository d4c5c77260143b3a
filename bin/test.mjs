// Everything that keeps the project true: `node bin/test.mjs` runs all; names of checks and layers and paths of tests
// run only those; `--watch` before them runs them again after each change.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedTests, UnknownTestError } from './check/asked-tests.mjs';
import { installPackages } from './prepare/packages.mjs';
import { build } from './prepare/build.mjs';
import { watchFiles } from './prepare/watch-files.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const program = (...parts) => join('node_modules', ...parts);
const checks = {
  types: [program('typescript', 'bin', 'tsc'), '-p', 'tsconfig.check.json'],
  lint: [program('eslint', 'bin', 'eslint.js'), '.'],
  imports: [join('bin', 'check', 'imports.mjs')],
  exports: [program('knip', 'bin', 'knip.js')],
  format: [program('prettier', 'bin', 'prettier.cjs'), '--check', '.'],
};
const layers = [
  'domain',
  'house',
  'database',
  'engine',
  'replay',
  'documents',
  'browser',
  'access',
  'faults',
  'provision',
];
const watched = [
  ...['domain', 'workflows', 'activities', 'services', 'db', 'engine', 'connectors', 'api', 'bin'],
  ...['assets', 'templates', 'data', 'tests', 'config.ts'],
];
const needBuild = layers.filter((layer) => !['domain', 'replay'].includes(layer));

const watching = process.argv.includes('--watch');
const words = process.argv.slice(2).filter((word) => word !== '--watch');
const asked = readAsked();
let total;
const count = (passed) => (passed ? total.passed++ : total.failed++);

await installPackages();
const passed = watching ? await runAfterEachChange() : await runAll();
process.exit(passed ? 0 : 1);

function readAsked() {
  try {
    if (watching && words.length === 0)
      throw new UnknownTestError('Name what to watch: a layer, a check or a path under tests.');
    return askedTests(words, { checks: Object.keys(checks), layers }, process.env.INIT_CWD);
  } catch (error) {
    if (!(error instanceof UnknownTestError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

async function runAll() {
  total = { passed: 0, failed: 0 };
  // Two cores: two checks at a time.
  await Promise.all(
    [
      ['types', 'imports', 'format'],
      ['lint', 'exports'],
    ].map(async (chain) => {
      for (const name of chain.filter((each) => asked.checks.includes(each))) await check(name);
    }),
  );
  if (asked.layers.some((layer) => needBuild.includes(layer))) {
    await build().then(
      () => count(true),
      (error) => {
        console.error(error.message);
        count(false);
      },
    );
  }
  if (asked.layers.length > 0) await runLayers();
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0;
}

// A change that comes during a run waits for its end: what a broken-off run leaves behind would meet the next one.
async function runAfterEachChange() {
  let wake = () => undefined;
  let changes = [];
  watchFiles(watched, (paths) => {
    changes.push(...paths);
    wake();
  });
  for (;;) {
    await runAll();
    if (changes.length === 0) {
      console.log('Waiting for a change; Ctrl-C ends.');
      await new Promise((resolve) => (wake = resolve));
    }
    console.log(`Changed: ${changes.slice(0, 5).join(', ')}${changes.length > 5 ? ' …' : ''}`);
    changes = [];
  }
}

async function check(name) {
  const began = Date.now();
  const { code, output } = await run(checks[name], 'pipe');
  count(code === 0);
  console.log(
    `${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s${code === 0 ? '' : `\n${output}`}`,
  );
}

async function runLayers() {
  const directory = mkdtempSync(join(tmpdir(), 'test-report-'));
  const report = join(directory, 'report.json');
  const { code } = await run(
    [
      program('jest', 'bin', 'jest.js'),
      '--forceExit',
      '--json',
      '--outputFile',
      report,
      '--selectProjects',
      ...asked.layers,
      ...asked.paths.flatMap((path) => ['--testPathPatterns', patternOf(path)]),
    ],
    ['ignore', 'ignore', 'inherit'],
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    total.passed += numPassedTests;
    total.failed += numFailedTests + numRuntimeErrorTestSuites;
    if (numPendingTests > 0) console.log(`${numPendingTests} tests were skipped`);
    // Jest can fail without a failed test (a setup that breaks, a layer that cannot stop).
    if (code !== 0 && numFailedTests + numRuntimeErrorTestSuites === 0) count(false);
  } catch {
    console.error('Jest ended without a report; what it said is above.');
    count(false);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What Jest matches with the whole paths of test files. */
function patternOf(path) {
  return `^${resolve(path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|/)`;
}

// In a process group of its own: whatever a test leaves behind ends with the check, and cannot keep it from ending.
function run(args, stdio) {
  const child = spawn(process.execPath, args, {
    stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio,
    detached: true,
  });
  const end = () => endGroup(child.pid);
  // Asked first, so that it can end the parts that it started, each in a group of its own.
  const interrupt = () => {
    child.on('exit', () => process.exit(130));
    child.kill('SIGTERM');
    setTimeout(() => {
      end();
      process.exit(130);
    }, 5000);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  child.on('exit', end);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
      resolve({ code, output });
    });
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    return;
  }
}
