// Writes docs/access-matrix.md anew: node tests/engine/exchange/run-typescript.mjs "$PWD"/tests/access/write-matrix.ts (from the project's folder)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { matrixPage } from './matrix';

writeFileSync(join(__dirname, '..', '..', 'docs', 'access-matrix.md'), matrixPage());
