import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import texts from '../../../templates/locales/zh-CN/drawVerification.json';
import { exampleBundle, type Bundle } from './example-bundles';

const ROOT = join(__dirname, '../../..');
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function run(...args: string[]): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, [join(ROOT, 'bin/verify-draw.mjs'), ...args], { cwd: tmpdir(), encoding: 'utf8' });
}

function written(bundle: Bundle): string {
  for (const [name, bytes] of bundle) writeFileSync(join(directory, name), bytes);
  return directory;
}

test('a good bundle: the verdict, why not more, status 0', () => {
  const { status, stdout } = run(written(exampleBundle('28')));
  expect(status).toBe(0);
  expect(stdout).toContain(texts.verdict.consistent);
  expect(stdout).toContain(texts.limit['secrets-server']);
});

test('a bad bundle: the first difference with its code, status 1', () => {
  const bundle = exampleBundle('28');
  bundle.set('event.txt', new Uint8Array([0x1b]));
  const { status, stdout } = run(written(bundle));
  expect(status).toBe(1);
  expect(stdout).toContain('event-malformed');
  expect(stdout).not.toContain('\u001b');
});

test('no directory, a wrong one, too many: said, status 1', () => {
  expect(run()).toMatchObject({ status: 1, stdout: `${texts.usage}\n` });
  expect(run('a', 'b')).toMatchObject({ status: 1, stdout: `${texts.usage}\n` });
  expect(run(join(directory, 'none')).status).toBe(1);
});

test('every refusal code has its words', () => {
  const source = readFileSync(join(ROOT, 'domain/draw/formula/refusals.ts'), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z0-9-]+)'/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.sort()).toEqual(Object.keys(texts.reason).sort());
});
