import { randomUUID } from 'node:crypto';
import request from 'supertest';
import papers from '../fixtures/locked-papers.json';
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
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0'), Buffer.alloc(40, 7)]);
const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1', 'latin1');
const program = Buffer.from('MZ\u0090\u0000');
const lockedText = Buffer.from(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'EncryptedPackage'].join('\0')}`, 'latin1');
const lockedPaper = Buffer.from(papers['AES-256 with a password'], 'base64');
const closedPaper = Buffer.from(papers['AES-256 closed to changes alone'], 'base64');

interface File {
  name: string;
  content: Buffer;
}

/** Names of files as browsers send them, byte for byte: in UTF-8 between quotes. */
async function send(files: File[]) {
  const agent = await site.as('wjw-handler');
  const { text } = await agent.get(action);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  const said = {
    _csrf: tokenIn(text),
    submissionId: randomUUID(),
    version,
    verdict: 'agree',
    reasons: '附件之后的文字也在',
  };
  const fields = Object.entries(said).map(([name, value]) => part(`name="${name}"`, Buffer.from(value)));
  const parts = files.map(({ name, content }) => {
    const escaped = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    return part(`name="attachments"; filename="${escaped}"\r\nContent-Type: application/octet-stream`, content);
  });
  return agent
    .post(action)
    .set('Content-Type', 'multipart/form-data; boundary=x')
    .send(Buffer.concat([...fields, ...parts, Buffer.from('--x--\r\n')]) as never);
}
const part = (head: string, content: Buffer) =>
  Buffer.concat([Buffer.from(`--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), content, Buffer.from('\r\n')]);
const keptIn = (text: string) => [...text.matchAll(/已上传：([^<]+)/g)].map(([, name]) => name);

test.each<[string, File, string]>([
  ['a program’s ending after a picture’s', { name: 'IMG_0001.JPG.exe', content: jpeg }, 'IMG_0001.JPG'],
  ['two endings, the last one true', { name: '方案.docx.pdf', content: pdf }, '方案.docx.pdf'],
  ['two endings, the last one not', { name: '方案.pdf.docx', content: pdf }, '方案.pdf'],
  ['another kind than it says', { name: '照片.jpg', content: heic }, '照片.heic'],
  ['a path of a disk', { name: 'C:\\Users\\王\\桌面\\复函.pdf', content: pdf }, '复函.pdf'],
  ['a path that leads out', { name: '../../etc/复函.pdf', content: pdf }, '复函.pdf'],
  ['marks that turn the reading round', { name: '复函\u202efdp.jpg\u202c.exe', content: pdf }, '复函fdp.jpg.pdf'],
  ['marks that nobody sees', { name: '复\u200b函\u2066.pdf\u2069', content: pdf }, '复函.pdf'],
  ['three hundred signs', { name: `${'很'.repeat(300)}.pdf`, content: pdf }, `${'很'.repeat(196)}.pdf`],
  [
    'signs of two halves, cut where one is',
    { name: `${'📷'.repeat(300)}.jpg`, content: jpeg },
    `${'📷'.repeat(196)}.jpg`,
  ],
  ['a name of nothing but its ending', { name: '.pdf', content: pdf }, '.pdf'],
  ['a dot at the end, as an older system drops it', { name: '复函.pdf.', content: pdf }, '复函.pdf'],
  ['blanks round it', { name: '  复函.pdf  ', content: pdf }, '复函.pdf'],
  ['wide signs', { name: '复函．ＰＤＦ', content: pdf }, '复函．ＰＤＦ.pdf'],
  ['a picture sign of a phone', { name: '现场📷.jpg', content: jpeg }, '现场📷.jpg'],
  ['quotes and line ends', { name: '复"函\r\n.pdf', content: pdf }, '复&quot;函.pdf'],
  [
    'blanks of a scanner before its beginning',
    { name: '扫描.pdf', content: Buffer.concat([Buffer.from('\r\n\n'), pdf]) },
    '扫描.pdf',
  ],
  ['a picture cut off on its way', { name: '现场.jpg', content: jpeg.subarray(0, 20) }, '现场.jpg'],
])('%s: taken by what it is, under a plain name that says so', async (_what, file, name) => {
  const answer = await send([file]);
  expect(answer.status).toBe(503);
  expect(keptIn(answer.text)).toEqual([name]);
  const id = /name="attachments" value="([0-9a-f-]{36})"/.exec(answer.text)?.[1] ?? '';
  const own = await (await site.as('wjw-handler')).get(`/files/${id}`);
  expect(own.status).toBe(200);
  expect(own.headers['content-disposition']).toMatch(/^attachment; /);
});

test.each<[string, File]>([
  ['a program under a picture’s name', { name: 'IMG_0001.jpg', content: program }],
  ['a program with two endings', { name: 'IMG_0001.JPG.exe', content: program }],
  ['nothing at all', { name: '复函.pdf', content: Buffer.alloc(0) }],
  ['a page that calls itself a paper', { name: '复函.pdf', content: Buffer.from('<html><script>1</script>') }],
  ['a paper far behind something else', { name: '复函.pdf', content: Buffer.concat([Buffer.alloc(64, 65), pdf]) }],
  ['two bytes of a picture', { name: '现场.jpg', content: jpeg.subarray(0, 2) }],
])('%s is refused by its name, and the good one beside it stays', async (_what, file) => {
  const answer = await send([file, { name: '好.pdf', content: pdf }]);
  expect(answer.status).toBe(415);
  expect(keptIn(answer.text)).toEqual(['好.pdf']);
  expect(answer.text).toContain(`不接受这种文件。名称：${file.name}`);
  expect(answer.text).toContain('附件之后的文字也在');
});

test('a file that opens only with a password says so wherever it stands; one that is closed to changes does not', async () => {
  const answer = await send([
    { name: '复函.pdf', content: lockedPaper },
    { name: '说明.docx', content: lockedText },
    { name: '名单.xlsx', content: lockedText },
    { name: '只读.pdf', content: closedPaper },
  ]);
  expect(keptIn(answer.text)).toEqual([
    '复函.pdf（设有打开密码）',
    '说明.docx（设有打开密码）',
    '名单.xlsx（设有打开密码）',
    '只读.pdf',
  ]);
  const token = await site.token('wjw-handler');
  const byApi = await request(site.app)
    .post('/api/v1/files')
    .set('Authorization', `Bearer ${token}`)
    .attach('file', lockedPaper, { filename: 'a.pdf' });
  expect([byApi.status, byApi.body]).toMatchObject([201, { locked: true }]);

  // On the list of a case's papers, once an act names it.
  const [, id] = /name="attachments" value="([0-9a-f-]{36})"/.exec(answer.text) ?? [];
  const { id: caseId } = site.find('visit', 'noticed');
  const [someone] = (await site.county.dataSource.query(`SELECT id FROM account WHERE username = 'scjg-handler'`)) as {
    id: string;
  }[];
  await site.county.dataSource.query(
    `INSERT INTO acts (act, subject_kind, subject_id, submission, account, capacity, department, at, detail, entry, salt, leaf_hash)
     VALUES ('visit.concludeDisposition', 'visit', $1, $2, $3, 'departmentHandler', 'SCJG', now(), $4, '', '', '')`,
    [caseId, randomUUID(), someone?.id, JSON.stringify({ input: { attachments: [id] } })],
  );
  const page = await (await site.as('scjg-handler')).get(`/cases/${caseId}/papers`);
  expect(
    page.text
      .split('\n')
      .filter((line) => line.includes('设有打开密码'))
      .join(''),
  ).toContain('复函.pdf</a>');
});

test('of a file that is sent in pieces the page hears it with the last one', async () => {
  const agent = await site.as('wjw-handler');
  const csrf = tokenIn((await agent.get(action)).text);
  const tus = { 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': csrf };
  for (const [content, remark] of [
    [lockedPaper, '设有打开密码'],
    [closedPaper, undefined],
  ] as const) {
    const begun = await agent
      .post('/uploads')
      .set(tus)
      .set('Upload-Length', String(content.length))
      .set('Upload-Metadata', `filename ${Buffer.from('复函.pdf').toString('base64')}`);
    const done = await agent
      .patch(String(begun.headers['location']))
      .set(tus)
      .set('Upload-Offset', '0')
      .set('Content-Type', 'application/offset+octet-stream')
      .send(content as never);
    expect(done.status).toBe(204);
    const said = done.headers['x-file-remark'] as string | undefined;
    expect(said && decodeURIComponent(said)).toBe(remark);
  }
});
