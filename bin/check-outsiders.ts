import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe } from '../api/openapi/describe';
import { createTexts } from '../api/views/texts';
import { loadConfig } from '../config';

const validator = 'openapi-spec-validator==0.9.0';

/**
 * Holds what outsiders read to programs of outsiders. Apart from `npm test`, because they need Python and its package index.
 * @throws Error where one of them does not run, or finds a fault
 */
function run(): void {
  const place = path.join(loadConfig().cacheDir, 'outsiders');
  mkdirSync(place, { recursive: true });
  const python = path.join(place, 'python');
  if (!existsSync(path.join(python, 'pyvenv.cfg'))) call('python3', ['-m', 'venv', python]);
  call(path.join(python, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', validator]);

  const texts = createTexts(path.join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
  const description = path.join(place, 'openapi.json');
  writeFileSync(description, JSON.stringify(describe(texts.t)));
  call(path.join(python, 'bin', 'openapi-spec-validator'), [description]);
}

function call(program: string, given: string[]): void {
  const { status, error } = spawnSync(program, given, { stdio: 'inherit' });
  if (error) throw new Error(`${program} does not run: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
}

try {
  run();
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
}
