import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listSettings } from '../../config';

const project = resolve(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const { scripts, engines } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const papers = [
  ...readdirSync(project).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(project, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

test.each(papers)('%s names only commands that there are', (paper) => {
  const named = [...read(paper).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
    ([, run, own]) => run ?? own ?? '',
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

/** Named ahead of being written. */
const awaited = ['docs/change-a-rule.md', 'docs/debug-a-case.md', 'docs/restore.md'];

test.each(papers)('%s leads only to files that there are', (paper) => {
  const links = [...read(paper).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) =>
    join(dirname(paper), target).replaceAll('\\', '/'),
  );
  expect(links.filter((link) => !awaited.includes(link) && !existsSync(join(project, link)))).toEqual([]);
});

test('what is awaited is not there yet', () => {
  expect(awaited.filter((paper) => existsSync(join(project, paper)))).toEqual([]);
});

test('the README has the row of every setting, in order, with its meaning', () => {
  const rows = listSettings();
  const table = read('README.md')
    .split('\n')
    .flatMap((line) => {
      const [, name, meaning] = /^\| `([A-Z_]+)`[^|]*\| (.+?) \|/.exec(line) ?? [];
      return name ? [{ name, meaning }] : [];
    });
  expect(table.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
  expect(table.map(({ meaning }) => meaning)).toEqual(rows.map(({ meaning }) => meaning));
});

test('.nvmrc names a version that package.json allows', () => {
  const oldest = Number(/>=(\d+)/.exec(engines.node)?.[1]);
  expect(Number(read('.nvmrc').trim())).toBeGreaterThanOrEqual(oldest);
});

test('every script that runs a layer or a program of ours names one that there is', () => {
  const programs = Object.values(scripts).flatMap((script) => /node (\S+)/.exec(script)?.[1] ?? []);
  const commands = Object.values(scripts).flatMap((script) => /prepare\/run\.mjs (\S+)/.exec(script)?.[1] ?? []);
  const wanted = [...programs, ...commands.map((command) => `bin/${command}.ts`)];
  expect(wanted.filter((file) => !existsSync(join(project, file)))).toEqual([]);
});
