// Runs one of the compiled commands beside a running system: `node bin/prepare/run.mjs demo --checks 5`.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { installPackages } from './packages.mjs';

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const [command, ...rest] = process.argv.slice(2);
await installPackages();
await build();

const addressFile = join(process.env.DATA_DIR ?? '.data', 'run', 'addresses.json');
const addresses = existsSync(addressFile) ? JSON.parse(readFileSync(addressFile, 'utf8')) : {};
const child = spawn(process.execPath, ['--enable-source-maps', join('dist', 'bin', `${command}.js`), ...rest], {
  stdio: 'inherit',
  env: { ...addresses, ...process.env },
});
child.on('close', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
