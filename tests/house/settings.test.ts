import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { childEnvironment, ConfigurationError, listSettings, loadConfig } from '../../config';

const project = resolve(__dirname, '..', '..');

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  test('an empty environment is one machine with the demonstration', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      demonstration: true,
      production: false,
      countyCode: '320723',
      databaseUrl: undefined,
      cookieSecure: false,
    });
    expect(loadConfig({ DATA_DIR: '/srv/x' })).toMatchObject({ dataDir: '/srv/x', cacheDir: '/srv/x/cache' });
  });

  test.each([
    ['PORT', '0'],
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['COUNTY_CODE', '3207'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['TEMPORAL_ADDRESS', 'http://host:7233'],
    ['DEMONSTRATION', 'yes'],
    ['SESSION_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused, and the line names the setting', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: .+ \\(.+\\)$`))]);
  });

  test('all wrong settings are named at once; an empty one counts as not given', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'y', TASK_QUEUE: '' }).map((line) => line.split(':')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
    ]);
  });

  test('a secret comes from a file, never from two places, and the file must exist', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'secret-')), 'session');
    writeFileSync(file, `${'k'.repeat(40)}\n`);
    expect(loadConfig({ SESSION_SECRET_FILE: file }).sessionSecret).toBe('k'.repeat(40));
    expect(problemsOf({ SESSION_SECRET_FILE: file, SESSION_SECRET: 'z'.repeat(40) })).toEqual([
      expect.stringMatching(/^SESSION_SECRET: given twice/),
    ]);
    expect(problemsOf({ SESSION_SECRET_FILE: '/no/such/file' })).toEqual([
      'SESSION_SECRET_FILE: there is no file /no/such/file',
    ]);
    expect(loadConfig({ PORT_FILE: file }).port).toBe(3000);
  });

  test('production refuses every default that only one machine may have', () => {
    const named = problemsOf({ NODE_ENV: 'production' }).map((line) => line.split(':')[0]);
    expect(named).toEqual([
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'SESSION_SECRET',
      'PUBLIC_CREDIT_URL',
      'PUBLIC_CREDIT_KEY',
      'JOINT_DISCIPLINE_URL',
      'JOINT_DISCIPLINE_KEY',
    ]);
    expect(problemsOf({ NODE_ENV: 'production', DEMONSTRATION: 'true' })[0]).toMatch(/^DEMONSTRATION/);
    expect(problemsOf({ NODE_ENV: 'production', FRESH_VIEWS: 'true' })[0]).toMatch(/^FRESH_VIEWS/);
  });

  test('a default secret given by file is still a default', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'secret-')), 'session');
    writeFileSync(file, listSettings().find((row) => row.name === 'SESSION_SECRET')?.default ?? '');
    expect(problemsOf({ NODE_ENV: 'production', SESSION_SECRET_FILE: file })).toContainEqual(
      expect.stringMatching(/^SESSION_SECRET: production must give its own/),
    );
  });

  test('the password is put into the address, whatever characters it has', () => {
    const { databaseUrl } = loadConfig({ DATABASE_URL: 'postgresql://u@h:5432/d', DATABASE_PASSWORD: 'p@:/ %1' });
    expect(decodeURIComponent(new URL(databaseUrl ?? '').password)).toBe('p@:/ %1');
  });

  test('a child process is given a replaced secret directly and not by its file, too', () => {
    const env = childEnvironment({ SESSION_SECRET: 's'.repeat(40) }, { SESSION_SECRET_FILE: '/some/file', HOME: '/h' });
    expect(env).toMatchObject({ HOME: '/h', SESSION_SECRET_FILE: undefined });
    expect(loadConfig(env).sessionSecret).toBe('s'.repeat(40));
  });

  test('nothing else reads the environment', () => {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
      cwd: project,
      encoding: 'utf8',
    })
      .trim()
      .split('\n');
    const rooms = files.filter((file) => !file.startsWith('tests/') && file !== 'config.ts');
    expect(rooms.length).toBeGreaterThan(50);
    expect(rooms.filter((file) => /process\.env\b/.test(readFileSync(join(project, file), 'utf8')))).toEqual([]);
  });
});
