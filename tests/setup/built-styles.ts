import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requiredPart } from './test-database';

const root = join(__dirname, '..', '..');

/** A directory with today's styles and scripts as browsers are given them; compiled by the first file of the run that asks. */
export async function builtStyles(): Promise<string> {
  const directory = join(requiredPart('TEST_DIRECTORY'), 'styles');
  const file = join(directory, 'main.css');
  if (existsSync(file)) return directory;
  mkdirSync(directory, { recursive: true });
  cpSync(join(root, 'assets/js'), join(directory, 'js'), { recursive: true });
  cpSync(join(root, 'assets/icon.svg'), join(directory, 'icon.svg'));
  cpSync(join(root, 'node_modules/tus-js-client/dist/tus.min.js'), join(directory, 'js/tus.min.js'));
  // Loading the compiler alone takes a second.
  const { compile } = await import('sass');
  const { css } = compile(join(root, 'assets/scss/main.scss'), {
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  });
  // Two files may compile at the same moment: each sees a whole one.
  writeFileSync(`${file}.${process.pid}`, css);
  renameSync(`${file}.${process.pid}`, file);
  return directory;
}
