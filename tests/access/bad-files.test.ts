import { randomUUID } from 'node:crypto';
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
  const csrf = tokenIn((await agent.get(action)).text);
  let post = agent.post(action).field('_csrf', csrf).field('submissionId', randomUUID());
  for (const file of files) post = post.attach('attachments', file.content, { filename: file.name });
  // Fields that come after the files must arrive, too.
  return post.field('verdict', 'agree').field('reasons', '附件之后的文字也在');
}

test.each([
  ['a program that calls itself a PDF', [{ name: '方案.pdf', content: Buffer.from('MZ\u0090\u0000') }], 415],
  [
    'a picture that calls itself a PDF',
    [{ name: '方案.pdf', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) }],
    415,
  ],
  ['a page', [{ name: '方案.html', content: Buffer.from('<script>') }], 415],
  ['nothing at all', [{ name: '方案.pdf', content: Buffer.alloc(0) }], 415],
  ['a name without an ending', [{ name: 'pdf', content: Buffer.from('x') }], 415],
  [
    'one good and one bad',
    [
      { name: '好.pdf', content: pdf },
      { name: '坏.exe', content: pdf },
    ],
    415,
  ],
  ['too large', [{ name: '大.pdf', content: Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024)]) }], 413],
  ['too many', Array.from({ length: 21 }, (_, index) => ({ name: `${index}.pdf`, content: pdf })), 422],
])('%s is refused beside the field, what was typed stays, and nothing is kept', async (_what, files, status) => {
  const before = await stored();
  const answer = await send(files);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain('href="#attachments"');
  expect(answer.text).toContain('附件之后的文字也在');
  expect(await stored()).toBe(before);
  expect(site.asked).toEqual([]);
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
