import { existsSync, readFileSync } from 'node:fs';
import { runStep } from './step.mjs';

/** Whether every package of package-lock.json lies in node_modules in its version. */
export function packagesAreCurrent(lockFile = 'package-lock.json', installedFile = 'node_modules/.package-lock.json') {
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  // Optional packages are for other platforms; the root entry is the project itself.
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Installs the packages exactly as locked, where they are missing or stale. */
export async function installPackages() {
  if (packagesAreCurrent()) return;
  const advice = 'The package registry must be reachable for the first start (npm config get registry).';
  await runStep(
    'installing packages',
    'npm',
    ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'],
    advice,
  );
}
