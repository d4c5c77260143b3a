// Keeps dist as the sources are, for a maintainer: compiles, bundles and copies what changes, prints what the compiler
// says, and tells the process that started it which programs are to be started anew. A process of its own: compiling
// would keep the supervisor from looking after its parts.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { programsReached } from './programs-reached.mjs';
import { hashSources, hashStyles, readStamp, writeStamp } from './stamp.mjs';
import { compileStyles, copyScripts } from './styles.mjs';
import { watchFiles } from './watch-files.mjs';
import { watchSources } from './watch-sources.mjs';
import { bundleWorkflows } from './workflow-bundle.mjs';

/** Read once, when a program starts. */
const readAtStart = { 'templates/locales/': ['web', 'worker'], 'templates/documents/': ['worker'] };
const tell = (programs) => programs.length > 0 && process.send?.({ changed: programs });
const complain = (error) => console.error(error instanceof Error ? error.message : error);

// One after the other: the next result of the compiler may come while the workflows are being bundled.
let turn = Promise.resolve();
watchSources((written) => {
  turn = turn.then(() => afterCompiling(written)).catch(complain);
});
watchFiles(['assets'], (paths) => {
  try {
    if (paths.some((path) => path.endsWith('.scss'))) compileStyles();
    copyScripts();
    console.log(`styles and scripts: as ${paths.join(', ')} says; load the page again`);
  } catch (error) {
    complain(error);
  }
});
watchFiles(['templates'], (paths) =>
  tell([
    ...new Set(
      Object.entries(readAtStart)
        .filter(([folder]) => paths.some((path) => path.startsWith(folder)))
        .flatMap(([, programs]) => programs),
    ),
  ]),
);
process.on('disconnect', () => process.exit(0));

async function afterCompiling(written) {
  const before = readStamp();
  const sources = hashSources();
  for (const path of Object.keys(before.sources).filter((each) => !(each in sources))) removeCompiled(path);
  const bundle = await bundleWorkflows(before.bundle);
  const rebundled = bundle !== before.bundle;
  writeStamp({ sources, styles: hashStyles(), bundle });
  if (written.some((path) => path.includes('db/migrations/')))
    console.log('a migration changed: it is applied at the next start');
  if (written.some((path) => /^dist\/bin\/(supervisor\/|dev\.js)/.test(path)))
    console.log('the supervising process itself changed: Ctrl-C and start again to have it so');
  tell(programsReached(['web', 'worker', 'stand-in'], written, rebundled ? ['worker'] : []));
}

function removeCompiled(path) {
  const compiled = join('dist', path.replace(/\.ts$/, '.js'));
  for (const file of [compiled, `${compiled}.map`]) rmSync(file, { force: true });
}
