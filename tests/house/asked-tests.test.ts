import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const project = resolve(__dirname, '..', '..');

/** What `npm test -- …` says and how it ends, told from a directory of the project. */
function asked(words: string[], from = project) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'bin', 'test.mjs'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: from },
  });
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

test.each([
  [
    'no such name',
    ['nothing'],
    /^There is no check, layer or path nothing; there are types, .*, and the paths under tests\.$/,
  ],
  [
    'a path that is not there',
    ['tests/domain/gone.test.ts'],
    /^There is no check, layer or path tests\/domain\/gone\.test\.ts;/,
  ],
  [
    'a file without tests',
    ['tests/setup/parts.ts'],
    /^tests\/setup\/parts\.ts holds no tests; tests are files named \*\.test\.ts under /,
  ],
  ['a folder of sources', ['domain/draw'], /^domain\/draw holds no tests;/],
  ['a place outside', ['..'], /^\.\. holds no tests;/],
  ['nothing to watch', ['--watch'], /^Name what to watch: /],
])('%s is answered with one line before anything is run', (_what, words, line) => {
  expect(asked(words)).toEqual({ status: 2, lines: [expect.stringMatching(line) as string] });
});

test('a path runs the tests that it names and no others, also told from the folder where one stands', () => {
  const { status, lines } = asked(['uscc'], join(project, 'tests', 'domain'));
  expect(lines).toContain('PASS domain tests/domain/uscc/uscc.test.ts');
  expect(lines).toContain('Test Suites: 1 passed, 1 total');
  expect(lines.filter((line) => /^(types|lint|imports|exports|format): /.test(line))).toEqual([]);
  expect(status).toBe(0);
});
