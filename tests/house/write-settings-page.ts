// Writes docs/settings.md anew: node tests/engine/exchange/run-typescript.mjs "$PWD"/tests/house/write-settings-page.ts (from the project's folder)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsPage } from './settings-page';

writeFileSync(join(__dirname, '..', '..', 'docs', 'settings.md'), settingsPage());
