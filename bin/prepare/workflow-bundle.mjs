import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashEach, sameHashes } from './hash-files.mjs';
import { runStep } from './step.mjs';

const program = join('bin', 'prepare', 'bundle-workflows.mjs');

/**
 * Bundles the compiled workflows where a file that went into the bundle has changed since.
 * @param {Record<string, string>} before hashes of what went into the bundle that is there
 * @returns {Promise<Record<string, string>>} the same of the bundle that is there now
 */
export async function bundleWorkflows(before) {
  if (isCurrent(before)) return before;
  const printed = await runStep(
    'bundling workflows',
    process.execPath,
    [program],
    'Mend the workflows and start again.',
  );
  return hashEach([...JSON.parse(printed), program, 'tsconfig.json', 'package-lock.json']);
}

// A new file comes with a change of one that imports it.
function isCurrent(before) {
  const paths = Object.keys(before);
  const there = paths.length > 0 && [join('dist', 'workflow-bundle.js'), ...paths].every((path) => existsSync(path));
  return there && sameHashes(hashEach(paths), before);
}
