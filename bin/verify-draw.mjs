// Runs bin/verify-draw.ts after `npm ci` alone: translates the few files that it needs, once for each state of them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = (path) =>
  readdirSync(join(root, path))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, path, name));
const sources = [
  ...folder('domain/proof'),
  ...folder('domain/draw/formula'),
  join(root, 'connectors/node-sha256.ts'),
  join(root, 'bin/verify-draw.ts'),
];
const texts = join(root, 'templates/locales/zh-CN/drawVerification.json');

const state = createHash('sha256');
for (const file of [...sources, texts])
  state.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
const cache = join(root, 'node_modules/.cache/verify-draw');
const built = join(cache, state.digest('hex').slice(0, 24));

if (!existsSync(built)) {
  const { default: ts } = await import('typescript');
  const half = `${built}.${process.pid}`;
  const write = (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.CommonJS,
    esModuleInterop: true,
    resolveJsonModule: true,
  };
  for (const file of sources) {
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions, fileName: file });
    write(join(half, relative(root, file).replace(/\.ts$/, '.js')), outputText);
  }
  write(join(half, relative(root, texts)), readFileSync(texts));
  write(join(half, 'package.json'), '{"type":"commonjs"}');
  try {
    renameSync(half, built);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(built)) throw error;
  }
}

const { verifyDraw } = require(join(built, 'bin/verify-draw.js'));
process.exitCode = verifyDraw(process.argv.slice(2), {
  print: (line) => console.log(line),
  progress: (line) => console.error(line),
});
