import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { assetsOf } from '../../api/assets';
import { compressed } from '../../api/middleware/compressed';
import { maskToken, unmaskToken } from '../../api/middleware/masked-token';

const source = join(__dirname, '..', '..', 'assets', 'js');
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'assets-'));
  cpSync(source, join(directory, 'js'), { recursive: true });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const site = (assets = assetsOf(directory, false)) => express().use('/assets', assets.route);
const imports = (script: string) =>
  [...script.matchAll(/(?:from|import\() ?'(\.\/[^']+)'/gu)].map(([, file]) => file ?? '');

test('a script and all that it imports lie under one hash, are kept for a year there, and another build has another hash', async () => {
  const { version, route } = assetsOf(directory, false);
  const base = `/assets/${version}/js/`;
  const seen = new Set(['./main.js']);
  for (const file of seen) {
    if (file.endsWith('tus.min.js')) continue;
    const { status, text, headers } = await request(express().use('/assets', route)).get(base + file.slice(2));
    expect([file, status, headers['cache-control']]).toEqual([file, 200, 'public, max-age=31536000, immutable']);
    for (const imported of imports(text)) seen.add(imported);
  }
  expect(seen.size).toBeGreaterThan(8);

  const imported = join(directory, 'js', 'drafts.js');
  writeFileSync(imported, `${readFileSync(imported, 'utf8')}\n`);
  expect(assetsOf(directory, false).version).not.toBe(version);
});

test('a page of another build gets what there is, and keeps it under no name', async () => {
  for (const address of ['/assets/0123456789abcdef/js/main.js', '/assets/js/main.js']) {
    const { status, headers } = await request(site()).get(address);
    expect([address, status, headers['cache-control']]).toEqual([address, 200, 'no-cache']);
  }
  expect((await request(site()).get('/assets/0123456789abcdef/js/nothing.js')).status).toBe(404);
});

describe('an answer of text', () => {
  const page = '<p>县市场监督管理局</p>'.repeat(200);
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const app = express()
    .use(compressed())
    .get('/page', (_req, res) => void res.send(page))
    .get('/file', (_req, res) => void res.type('pdf').send(Buffer.from(page)))
    .get('/list', (_req, res) => {
      res.type('text/csv');
      // Random, so that it does not shrink to less than the compressor holds back.
      for (let row = 0; row < 5_000; row += 1) res.write(`${Math.random()},${Math.random()}\n`);
      // The end is sent only when the beginning is there: an answer that is held back never comes.
      void arrived.then(() => res.end('last\n'));
    });

  test.each([
    ['br', '/page', {}, 'br'],
    ['gzip', '/page', {}, 'gzip'],
    ['gzip', '/page', { 'Sec-Fetch-Site': 'same-origin' }, 'gzip'],
    ['gzip', '/page', { 'Sec-Fetch-Site': 'cross-site' }, undefined],
    ['identity', '/page', {}, undefined],
    ['gzip', '/file', {}, undefined],
  ])('with %s of %s %j goes as %s', async (accepted, address, headers, encoding) => {
    const answer = await request(app).get(address).set('Accept-Encoding', accepted).set(headers).buffer(false);
    expect([answer.status, answer.headers['content-encoding']]).toEqual([200, encoding]);
    if (encoding) expect(answer.headers['vary']).toContain('Accept-Encoding');
  });

  test('begins to come before it is whole', async () => {
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const asked = get({ host: '127.0.0.1', port, path: '/list', headers: { 'Accept-Encoding': 'gzip' } });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const pieces: Buffer[] = [];
    for await (const piece of answer) {
      pieces.push(piece as Buffer);
      arrive();
    }
    server.close();
    expect(gunzipSync(Buffer.concat(pieces)).toString().endsWith('last\n')).toBe(true);
  });
});

test('a form’s token is another text in every answer, and the same token', () => {
  const token = 'f'.repeat(64);
  const [one, other] = [maskToken(token), maskToken(token)];
  expect(one).not.toBe(other);
  expect([unmaskToken(one), unmaskToken(other)]).toEqual([token, token]);
  for (const spoilt of [undefined, null, 1, ['a'], '', token, one.slice(1), 'a'.repeat(100_000), '\0'])
    expect(unmaskToken(spoilt)).not.toBe(token);
});

describe('what a camera wrote into a photo', () => {
  /** A JPEG's beginning with moment and orientation, as little or big endian, and the start of its picture. */
  function photo(order: 'II' | 'MM', turned: number): Buffer {
    const little = order === 'II';
    const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 20);
    const [u16, u32] = little
      ? [tiff.writeUInt16LE.bind(tiff), tiff.writeUInt32LE.bind(tiff)]
      : [tiff.writeUInt16BE.bind(tiff), tiff.writeUInt32BE.bind(tiff)];
    tiff.write(order, 0, 'latin1');
    // Header; two entries: how the picture is turned, and when it was taken.
    for (const [value, place] of [
      [42, 2],
      [2, 8],
      [0x0112, 10],
      [3, 12],
      [turned, 18],
      [0x0132, 22],
      [2, 24],
    ] as const)
      u16(value, place);
    for (const [value, place] of [
      [8, 4],
      [1, 14],
      [20, 26],
      [38, 30],
    ] as const)
      u32(value, place);
    tiff.write('2026:11:30 09:41:07\0', 38, 'latin1');
    const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(content.length + 2);
    const app0 = Buffer.from('ffe000104a46494600010100000100010000', 'hex');
    return Buffer.concat([
      Buffer.from('ffd8', 'hex'),
      app0,
      Buffer.from('ffe1', 'hex'),
      length,
      content,
      Buffer.from('ffda0002', 'hex'),
    ]);
  }
  const smaller = Buffer.from('ffd8ffdb00024444ffd9', 'hex');
  /** As a browser runs it: the module is one of browsers. */
  const kept = (original: Buffer) => {
    const module = JSON.stringify(join(source, 'photo-moment.js'));
    const blob = (bytes: Buffer) => `new Blob([Buffer.from('${bytes.toString('hex')}', 'hex')])`;
    const script = `const { keepMoment } = await import('data:text/javascript,' + encodeURIComponent(require('node:fs').readFileSync(${module}, 'utf8')));
      process.stdout.write(Buffer.from(await (await keepMoment(${blob(original)}, ${blob(smaller)})).arrayBuffer()).toString('hex'));`;
    return Buffer.from(
      execFileSync(process.execPath, ['-e', `(async () => { ${script} })()`], { encoding: 'utf8' }),
      'hex',
    );
  };

  test.each(['II', 'MM'] as const)('stays with the smaller one, which needs no turning (%s)', (order) => {
    const result = kept(photo(order, 6));
    const upright = photo(order, 1);
    const segment = upright.subarray(upright.indexOf('ffe1', 0, 'hex'), upright.length - 4);
    expect(result).toEqual(Buffer.concat([smaller.subarray(0, 2), segment, smaller.subarray(2)]));
    expect(result.toString('latin1')).toContain('2026:11:30 09:41:07');
  });

  test('is not made up where there is none, or where it is broken', () => {
    const cut = photo('II', 6).subarray(0, 40);
    for (const original of [
      Buffer.from('ffd8ffda0002', 'hex'),
      Buffer.from('89504e470d0a1a0a', 'hex'),
      cut,
      Buffer.alloc(0),
    ])
      expect(kept(original)).toEqual(smaller);
  });
});
