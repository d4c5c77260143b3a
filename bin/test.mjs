// Everything that keeps the project true: `node bin/test.mjs` runs all, names run only those.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './prepare/packages.mjs';
import { build } from './prepare/build.mjs';

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
const needBuild = layers.filter((layer) => !['domain', 'replay'].includes(layer));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks) && !layers.includes(name));
if (unknown.length > 0) {
  console.error(
    `There is no check or layer ${unknown.join(', ')}; there are ${[...Object.keys(checks), ...layers].join(', ')}.`,
  );
  process.exit(2);
}
const wanted = (name) => asked.length === 0 || asked.includes(name);
const total = { passed: 0, failed: 0 };
const count = (passed) => (passed ? total.passed++ : total.failed++);

await installPackages();
// Two cores: two checks at a time.
await Promise.all(
  [
    ['types', 'imports', 'format'],
    ['lint', 'exports'],
  ].map(async (chain) => {
    for (const name of chain.filter(wanted)) await check(name);
  }),
);
const chosen = layers.filter(wanted);
if (chosen.some((layer) => needBuild.includes(layer))) {
  await build().then(
    () => count(true),
    (error) => {
      console.error(error.message);
      count(false);
    },
  );
}
if (chosen.length > 0) await runLayers(chosen);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

async function check(name) {
  const began = Date.now();
  const { code, output } = await run(checks[name], 'pipe');
  count(code === 0);
  console.log(
    `${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s${code === 0 ? '' : `\n${output}`}`,
  );
}

async function runLayers(names) {
  const directory = mkdtempSync(join(tmpdir(), 'test-report-'));
  const report = join(directory, 'report.json');
  const { code } = await run(
    [program('jest', 'bin', 'jest.js'), '--forceExit', '--json', '--outputFile', report, '--selectProjects', ...names],
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

// In a process group of its own: whatever a test leaves behind ends with the check, and cannot keep it from ending.
function run(args, stdio) {
  const child = spawn(process.execPath, args, {
    stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio,
    detached: true,
  });
  const end = () => endGroup(child.pid);
  const interrupt = () => {
    end();
    process.exit(130);
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
