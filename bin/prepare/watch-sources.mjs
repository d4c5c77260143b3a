import { createRequire } from 'node:module';
import { relative } from 'node:path';

const [foundOneError, foundErrors] = [6193, 6194];

/**
 * Compiles the sources after each change, prints the compiler's errors as it prints them at a terminal, and leaves what
 * is compiled as it is while there are any.
 * @param {(files: string[]) => void} compiled called after each compilation without errors, with the compiled files
 *   that hold something else than before
 */
export function watchSources(compiled) {
  const ts = createRequire(import.meta.url)('typescript');
  const written = new Set();
  const system = {
    ...ts.sys,
    // Most files that the compiler writes again are as they were: nobody is started anew for those.
    writeFile(path, content, mark) {
      if (ts.sys.readFile(path) === content) return;
      ts.sys.writeFile(path, content, mark);
      const file = relative('.', path).replaceAll('\\', '/');
      if (/\.(js|json)$/.test(file)) written.add(file);
    },
  };
  const told = {
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
    getCanonicalFileName: (name) => name,
  };
  const format = process.stderr.isTTY ? ts.formatDiagnosticsWithColorAndContext : ts.formatDiagnostics;
  const problem = (diagnostic) => console.error(format([diagnostic], told));
  const state = (diagnostic, _newLine, _options, errors) => {
    if (diagnostic.code !== foundOneError && diagnostic.code !== foundErrors) return;
    if (errors) return console.error(`errors: ${errors}; the system runs on as it was before`);
    const files = [...written];
    written.clear();
    if (files.length > 0) console.log(`compiled ${files.length === 1 ? files[0] : `${files.length} files`}`);
    compiled(files);
  };
  const host = ts.createWatchCompilerHost(
    'tsconfig.json',
    { noEmitOnError: true },
    system,
    ts.createEmitAndSemanticDiagnosticsBuilderProgram,
    problem,
    state,
  );
  ts.createWatchProgram(host);
}
