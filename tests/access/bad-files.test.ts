import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
let action: string;
beforeAll(async () => {
  site = await CountySite.open();
  action = `/cases/${site.find('consultation', 'open').id}/acts/consultation.draftAnswer`;
});
afterAll(() => site?.close());
beforeEach(() => site.asked.splice(0));

const pdf = Buffer.from('%PDF-1.7\n%small\n');
const stored = async () =>
  ((await site.county.dataSource.query('SELECT count(*)::int AS count FROM stored_file')) as { count: number }[])[0]
    ?.count;

async function send(files: { name: string; content: Buffer }[]) {
  const agent = await site.as('wjw-handler');
  const { text } = await agent.get(action);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  let post = agent.post(action).field('_csrf', tokenIn(text)).field('submissionId', randomUUID());
  for (const file of files) post = post.attach('attachments', file.content, { filename: file.name });
  // Fields that come after the files must arrive, too.
  return post.field('version', version).field('verdict', 'agree').field('reasons', '附件之后的文字也在');
}

test.each([
  ['a program that calls itself a PDF', [{ name: '方案.pdf', content: Buffer.from('MZ\u0090\u0000') }], 415],
  ['a page', [{ name: '方案.html', content: Buffer.from('<script>') }], 415],
  ['nothing at all', [{ name: '方案.pdf', content: Buffer.alloc(0) }], 415],
  ['a name without an ending', [{ name: 'pdf', content: Buffer.from('x') }], 415],
  ['too large', [{ name: '大.pdf', content: Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024)]) }], 413],
])('%s is refused beside the field, what was typed stays, and nothing is kept', async (_what, files, status) => {
  const before = await stored();
  const answer = await send(files);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain('href="#attachments"');
  expect(answer.text).toContain('附件之后的文字也在');
  expect(await stored()).toBe(before);
  expect(site.asked).toEqual([]);
});

const large = (name: string) => ({ name, content: Buffer.concat([pdf, Buffer.alloc(18 * 1024 * 1024)]) });
const keptIn = (text: string) => [...text.matchAll(/已上传：([^<]+)/g)].map(([, name]) => name);

test.each([
  ['of another kind', [{ name: '坏.exe', content: Buffer.from('MZ') }], 415, /坏\.exe.*可以上传的格式：PDF、JPG/],
  [
    'larger than one may be',
    [
      { name: '大.pdf', content: Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024)]) },
      large('一.pdf'),
      large('二.pdf'),
    ],
    413,
    /文件过大。名称：大\.pdf。上限：20 MB/,
  ],
  [
    'that is too much for one post',
    ['一.pdf', '二.pdf', '三.pdf', '四.pdf'].map(large),
    413,
    /合计过大[^<]*名称：四\.pdf。上限：60 MB/,
  ],
  [
    'over the number',
    Array.from({ length: 20 }, (_, index) => ({ name: `第${index}份.pdf`, content: pdf })),
    422,
    /附件过多[^<]*名称：好\.pdf。上限：20/,
  ],
])('one file %s is named with its own limit and drops none of the others', async (_what, others, status, words) => {
  const good = { name: '好.pdf', content: pdf };
  const before = await stored();
  const answer = await send([...others, good]);
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(words);
  const names = [...others.map(({ name }) => name), '好.pdf'];
  const refused = names.filter((name) => !keptIn(answer.text).includes(name));
  expect(refused).toHaveLength(1);
  expect(keptIn(answer.text)).toEqual(names.filter((name) => !refused.includes(name)));
  expect(answer.text).toContain('href="#attachments"');
  expect(answer.text).toContain('附件之后的文字也在');
  expect(await stored()).toBe(Number(before) + names.length - 1);
  expect(site.asked).toEqual([]);
});

test('what phones and offices really send is taken by its content under a mended name, or refused with all that is taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attachments-'));
  execFileSync(process.execPath, [join(__dirname, '../fixtures/cases/20-make-attachments.mjs'), folder]);
  const files = readdirSync(folder)
    .sort()
    .map((name) => ({ name, content: readFileSync(join(folder, name)) }));
  rmSync(folder, { recursive: true });
  expect(files).toHaveLength(12);
  const answer = await send(files);
  expect(answer.status).toBe(415);
  expect(keptIn(answer.text).sort()).toEqual(
    [
      'IMG_0001.HEIC',
      'IMG_0002.heic',
      'Screenshot_0004.png',
      'mmexport0003.webp',
      '复函8.doc',
      '复函9.wps',
      '复函（盖章）7.ofd',
      '扫描件11.tif',
      '扫描件12.pdf',
      '现场照片5.jfif',
      '现场照片6.jpeg',
    ].sort(),
  );
  expect(answer.text).toMatch(/不接受这种文件。名称：执法视频10\.mp4。可以上传的格式：PDF、JPG、JPEG、JFIF、PNG/);
  expect(answer.text).toContain('IMG_0002.JPG → IMG_0002.heic、Screenshot_0004.jpg → Screenshot_0004.png');
  const accepts = /type="file"[^>]* accept="([^"]+)"/.exec(answer.text)?.[1]?.split(',') ?? [];
  for (const name of keptIn(answer.text)) expect(accepts).toContain(name?.slice(name.lastIndexOf('.')).toLowerCase());
});

test('a draft keeps its words and the good files although one was refused', async () => {
  const agent = await site.as('wjw-handler');
  const csrf = tokenIn((await agent.get(action)).text);
  const answer = await agent
    .post(action)
    .field('_csrf', csrf)
    .field('_draftCommand', 'save')
    .field('reasons', '先存下的字')
    .attach('attachments', Buffer.from('MZ'), { filename: '坏.exe' })
    .attach('attachments', pdf, { filename: '好.pdf' });
  expect(answer.status).toBe(415);
  const again = (await agent.get(action)).text;
  expect(again).toContain('先存下的字');
  expect(keptIn(again)).toEqual(['好.pdf']);
  await agent.post(action).type('form').send({ _csrf: csrf, _draftCommand: 'discard' });
});

test('a file that was chosen before a row is added comes with the press', async () => {
  const agent = await site.as('wjw-handler');
  const answer = await agent
    .post(action)
    .field('_csrf', tokenIn((await agent.get(action)).text))
    .field('_rows', 'add:none')
    .field('reasons', '加行之前的字')
    .attach('attachments', pdf, { filename: '好.pdf' });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('加行之前的字');
  expect(keptIn(answer.text)).toEqual(['好.pdf']);
});

test('a good file is kept under a plain name, for its writer alone, as a download', async () => {
  const answer = await send([{ name: '方案\u202efdp.exe/../答复.pdf', content: pdf }]);
  expect(answer.status).toBe(503);
  expect(site.asked.length).toBe(1);
  const id = /name="attachments" value="([0-9a-f-]{36})"/.exec(answer.text)?.[1] ?? '';
  expect(answer.text).toContain('已上传');
  const own = await (await site.as('wjw-handler')).get(`/files/${id}`);
  expect([own.status, own.type, own.headers['cache-control']]).toEqual([200, 'application/pdf', 'private, no-store']);
  expect(own.headers['content-disposition']).toMatch(/^attachment; /);
  expect(decodeURIComponent(String(own.headers['content-disposition']))).not.toMatch(/[\u202e/\\]/);
  for (const other of ['wjw-leader', 'scjg-handler', 'sthj-handler', 'supervisor', 'system-admin']) {
    expect((await (await site.as(other)).get(`/files/${id}`)).status).toBe(404);
  }
});

test('a form of nobody takes in no file at all', async () => {
  const before = await stored();
  const answer = await site
    .nobody()
    .post(action)
    .attach('attachments', pdf, { filename: '方案.pdf' })
    .field('reasons', 'x');
  expect(answer.status).toBe(403);
  expect(await stored()).toBe(before);
});

test('what a spreadsheet would run comes out of the public lists as text', async () => {
  const check = site.find('joint-check', 'underway');
  await site.county.dataSource.query(
    `INSERT INTO publication (visit_id, department, version, check_id, object_name, uscc, items, code, completed_on, published_at, state)
     VALUES ('visit/x', 'SCJG', 1, $1, '=HYPERLINK("http://x","点")', NULL, '{}', '1', '2026-11-20', now(), 'current'), ('visit/y', 'SCJG', 1, $1, '+86 公司', NULL, '{}', '1', '2026-11-20', now(), 'current')`,
    [check.id],
  );
  const { text } = await site.nobody().get('/public/results?format=csv');
  expect(text).toContain(`'=HYPERLINK`);
  expect(text).toContain(`'+86 公司`);
  expect(
    text
      .split('\r\n')
      .flatMap((line) => line.split(','))
      .filter((cell) => /^"?[=+@-]/.test(cell)),
  ).toEqual([]);
});
