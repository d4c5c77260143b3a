import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settingValues } from '../../domain/registers/setting-values';
import { settingRules } from './setting-rules';
import { settingsPage } from './settings-page';

const project = resolve(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const files = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: project,
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
const shown = JSON.parse(read('templates/locales/zh-CN/settings.json')) as {
  keys: Record<string, string>;
  units: Record<string, string>;
};

test.each(Object.entries(settingRules))('%s is read by a rule, shown in words, and seen by a test', (key, rule) => {
  expect(rule.readers.length).toBeGreaterThan(0);
  for (const file of rule.readers) expect([file, read(file).includes(`'${key}'`)]).toEqual([file, true]);
  const [file, title] = rule.test;
  expect([file, read(file).includes(title)]).toEqual([file, true]);
  expect(shown.keys[key]).toEqual(expect.any(String));
  if (/days|points|persons/.test(rule.unit)) expect(shown.units[key]).toEqual(expect.any(String));
});

test('every setting has its rule, and every default its setting', () => {
  expect(Object.keys(settingRules).sort()).toEqual(Object.keys(settingValues).sort());
  const defaults = JSON.parse(read('data/settings.json')) as { key: string; source: string }[];
  expect(defaults.map(({ key }) => key).sort()).toEqual(Object.keys(settingValues).sort());
  expect(Object.keys(shown.keys).sort()).toEqual(Object.keys(settingValues).sort());
});

test('the table of settings is read in one place and written in one', () => {
  const touching = files(
    'services/*.ts',
    'api/*.ts',
    'domain/*.ts',
    'engine/*.ts',
    'activities/*.ts',
    'bin/*.ts',
  ).filter((file) => /\b(FROM|INTO|UPDATE) setting\b/.test(read(file)));
  expect(touching.sort()).toEqual([
    'services/queries/registers/list-settings.ts',
    'services/queries/registers/read-setting.ts',
    'services/registers/change-setting.ts',
  ]);
});

/** Numbers of law in rules that are no setting, each with why it has no play. */
const fixed: Record<string, string> = {
  'domain/consultation/process.ts': 'what rounds were opened with before each kept its own',
  'domain/visit/publication-term.ts': 'what results were promised before each kept its own term',
};

test('no rule has a number of days, hours or persons of its own', () => {
  const number =
    /\b\w*(?:[wW]orkingDays|[dD]ays|[hH]ours|[dD]eadline|[tT]erm|[oO]fficers|[qQ]uota|[cC]ap)\s*(?::|=|\?\?|<=?|>=?)\s*[1-9]\d*/;
  const found = files('domain/*.ts')
    .filter((file) => !file.startsWith('domain/calendar/') && !file.startsWith('domain/draw/formula/'))
    .filter((file) =>
      read(file)
        .split('\n')
        .some((line) => number.test(line)),
    );
  expect(found.sort()).toEqual(Object.keys(fixed).sort());
});

test('docs/settings.md says what the settings do; write it anew where this fails', () => {
  expect(read('docs/settings.md')).toBe(settingsPage());
});
