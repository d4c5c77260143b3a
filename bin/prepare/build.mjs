import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sameHashes } from './hash-files.mjs';
import { hashSources, hashStyles, readStamp, writeStamp } from './stamp.mjs';
import { runStep } from './step.mjs';
import { compileStyles, copyScripts } from './styles.mjs';
import { bundleWorkflows } from './workflow-bundle.mjs';

/** Compiles sources and styles into dist and bundles the workflows, each where it changed since the last build. */
export async function build() {
  const [sources, styles, before] = [hashSources(), hashStyles(), readStamp()];
  // What a vanished source left in dist would still be loaded (migrations are found by their folder).
  const vanished = Object.keys(before.sources).some((path) => !(path in sources));
  if (vanished) rmSync('dist', { recursive: true, force: true });
  if (!sameHashes(sources, before.sources)) {
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
    await runStep(
      'compiling',
      process.execPath,
      [compiler, '-p', 'tsconfig.json', '--noEmitOnError'],
      'Mend the lines above and start again.',
    );
  }
  if (vanished || !sameHashes(styles, before.styles)) compileStyles();
  copyScripts();
  writeStamp({ sources, styles, bundle: await bundleWorkflows(before.bundle) });
}
