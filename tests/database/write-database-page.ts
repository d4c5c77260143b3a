// Writes docs/database.md anew: node tests/engine/exchange/run-typescript.mjs "$PWD"/tests/database/write-database-page.ts (from the project's folder)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databasePage } from './database-page';

writeFileSync(join(__dirname, '..', '..', 'docs', 'database.md'), databasePage());
