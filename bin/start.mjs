// Plain Node: this file runs before any package is installed. With --watch the system takes in changes of its sources.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or later and start again.`);
  process.exit(1);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

try {
  const { installPackages } = await import('./prepare/packages.mjs');
  await installPackages();
  const { build } = await import('./prepare/build.mjs');
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const program = process.argv.includes('--watch') ? 'dev.js' : 'start.js';
await import(pathToFileURL(join(root, 'dist', 'bin', program)).href);
