// Makes of the compiled workflows the one file that workers load, and prints what went into it as JSON. A process of
// its own: the bundler's memory is given back before the system starts.
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';

const { bundleWorkflowCode, DefaultLogger } = createRequire(import.meta.url)('@temporalio/worker');
const { code } = await bundleWorkflowCode({
  workflowsPath: resolve('dist', 'workflows', 'index.js'),
  logger: new DefaultLogger('WARN'),
});
writeFileSync(join('dist', 'workflow-bundle.js'), code);
console.log(JSON.stringify(sourcesOf(code)));

/** Files of the project that the bundle holds, as its own source map names them. */
function sourcesOf(bundle) {
  const map = bundle.slice(bundle.lastIndexOf('sourceMappingURL=')).replace(/^[^,]*,/, '');
  return (
    JSON.parse(Buffer.from(map, 'base64').toString('utf8'))
      .sources.map((source) => relative('.', source).replaceAll('\\', '/'))
      // Without packages, and without the bundler's own pieces, which lie in no file.
      .filter((path) => !path.includes('node_modules/') && existsSync(path))
      .sort()
  );
}
