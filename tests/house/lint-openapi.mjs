import process from 'node:process';
import { text } from 'node:stream/consumers';
import { createConfig, lintFromString } from '@redocly/openapi-core';

// The linter is a module of today's kind, which the test runner does not load: it reads a description and writes what it finds.
const source = await text(process.stdin);
const config = await createConfig({ extends: ['recommended'] });
const found = await lintFromString({ source, absoluteRef: 'openapi.json', config });
const place = ({ location }) => location.map(({ pointer }) => pointer).join(' ');
process.stdout.write(JSON.stringify(found.map((one) => `${one.ruleId} at ${place(one)}: ${one.message}`)));
