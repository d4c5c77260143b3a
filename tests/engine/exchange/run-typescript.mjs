// runs a TypeScript file of the project as jest would compile it, so that the stand-in under test needs no build
import { createRequire } from 'node:module';
import process from 'node:process';
import { transformFileSync } from '@swc/core';

const require = createRequire(import.meta.url);
const options = {
  swcrc: false,
  jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true } },
  module: { type: 'commonjs' },
};

require.extensions['.ts'] = (module, filename) => module._compile(transformFileSync(filename, options).code, filename);
require(process.argv[2]);
