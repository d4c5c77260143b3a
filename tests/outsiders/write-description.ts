// Writes the description of the interface: node tests/engine/exchange/run-typescript.mjs "$PWD"/tests/outsiders/write-description.ts | node tests/outsiders/write-api-types.mjs > tests/outsiders/api.d.ts
import { join } from 'node:path';
import { describe } from '../../api/openapi/describe';
import { createTexts } from '../../api/views/texts';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
process.stdout.write(JSON.stringify(describe(texts.t)));
