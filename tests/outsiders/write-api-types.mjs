import process from 'node:process';
import { text } from 'node:stream/consumers';
import openapiTS, { astToString } from 'openapi-typescript';

// Writes the types that an outsider's client is made of, from a description on standard input.
const ast = await openapiTS(JSON.parse(await text(process.stdin)), { defaultNonNullable: false });
process.stdout.write(
  `// Made by \`node tests/outsiders/write-api-types.mjs\`; held to the description by tests/house/openapi.test.ts.\n${astToString(ast)}`,
);
