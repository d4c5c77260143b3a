import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { filesUnder } from './hash-files.mjs';

const served = join('dist', 'assets');

/**
 * Compiles the styles into what browsers are given.
 * @throws Error with the line of the style sheet that is wrong
 */
export function compileStyles() {
  const sass = createRequire(import.meta.url)('sass');
  mkdirSync(served, { recursive: true });
  for (const path of filesUnder(join('assets', 'scss'), /\/[^_/][^/]*\.scss$/)) {
    const { css } = sass.compile(path, { style: 'compressed', loadPaths: ['node_modules'], quietDeps: true });
    writeFileSync(join(served, `${path.split('/').at(-1).slice(0, -'.scss'.length)}.css`), css);
  }
}

/** Puts scripts and the icon beside the styles. */
export function copyScripts() {
  mkdirSync(served, { recursive: true });
  cpSync(join('assets', 'js'), join(served, 'js'), { recursive: true });
  cpSync(join('node_modules', 'tus-js-client', 'dist', 'tus.min.js'), join(served, 'js', 'tus.min.js'));
  cpSync(join('assets', 'icon.svg'), join(served, 'icon.svg'));
}
