import { dropOldUploads } from '../../services/files/uploads/drop-old-uploads';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
let form: string;
beforeAll(async () => {
  site = await CountySite.open();
  form = `/cases/${site.find('consultation', 'open').id}/acts/consultation.draftAnswer`;
});
afterAll(() => site?.close());

const tus = { 'Tus-Resumable': '1.0.0' };
const named = (name: string) => `filename ${Buffer.from(name).toString('base64')}`;
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(600_000, 'x')]);

/** A person's page, as its script sends files. */
async function pageOf(username: string) {
  const agent = await site.as(username);
  const headers = { ...tus, 'X-CSRF-Token': tokenIn((await agent.get(form)).text) };
  return {
    agent,
    begin: (size: number, name = '照片.pdf') =>
      agent.post('/uploads').set({ ...headers, 'Upload-Length': String(size), 'Upload-Metadata': named(name) }),
    send: (address: string, place: number, content: Buffer) =>
      agent
        .patch(address)
        .set({ ...headers, 'Upload-Offset': String(place), 'Content-Type': 'application/offset+octet-stream' })
        .send(content),
    ask: (address: string) => agent.head(address).set(tus),
    drop: (address: string) => agent.delete(address).set(headers),
  };
}

const rows = async (table: string) =>
  ((await site.county.dataSource.query(`SELECT count(*)::int AS n FROM ${table}`)) as { n: number }[])[0]?.n;

test('a file that comes in pieces goes on where it broke off, and whole it is a file that an act can name', async () => {
  const page = await pageOf('wjw-handler');
  const address = String((await page.begin(pdf.length, '现场.JPG')).headers['location']);
  expect(address).toMatch(/^\/uploads\/[0-9a-f-]{36}$/);
  expect((await page.send(address, 0, pdf.subarray(0, 300_000))).status).toBe(204);
  expect((await page.ask(address)).headers['upload-offset']).toBe('300000');

  // A piece sent twice, or past what came, changes nothing.
  expect((await page.send(address, 0, pdf.subarray(0, 300_000))).status).toBe(409);
  expect((await page.send(address, 300_001, pdf.subarray(300_001))).status).toBe(409);
  expect((await page.send(address, 300_000, Buffer.alloc(400_000))).status).toBe(413);

  const last = await page.send(address, 300_000, pdf.subarray(300_000));
  expect([last.status, decodeURIComponent(String(last.headers['x-file-name']))]).toEqual([204, '现场.pdf']);
  const id = address.slice('/uploads/'.length);
  const file = await page.agent
    .get(`/files/${id}`)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect((file.body as Buffer).equals(pdf)).toBe(true);
  expect(await rows('upload_piece')).toBe(0);
  // A reply that was lost is asked for again; the file itself is not taken back by that.
  expect((await page.ask(address)).headers['upload-offset']).toBe(String(pdf.length));
  expect((await page.drop(address)).status).toBe(400);
});

test('what is not taken is refused in words that list what is, and leaves nothing', async () => {
  const page = await pageOf('wjw-handler');
  const [pieces, files] = [await rows('upload_piece'), await rows('stored_file')];
  const address = String((await page.begin(4, '坏.pdf')).headers['location']);
  const refused = await page.send(address, 0, Buffer.from('MZ!!'));
  expect(refused.status).toBe(415);
  expect(refused.text).toContain('FILE_TYPE_REFUSED');
  expect(refused.text).toMatch(/坏\.pdf.*PDF、JPG/);
  expect((await page.ask(address)).status).toBe(404);
  const large = await page.begin(21 * 1024 * 1024);
  expect([large.status, large.text]).toEqual([413, expect.stringContaining('20 MB')]);
  expect((await page.begin(0)).status).toBe(415);
  expect([await rows('upload_piece'), await rows('stored_file')]).toEqual([pieces, files]);
});

test('nobody, another person, another site and another protocol reach nothing', async () => {
  const page = await pageOf('wjw-handler');
  const address = String((await page.begin(pdf.length)).headers['location']);
  const other = await pageOf('scjg-handler');
  expect((await other.ask(address)).status).toBe(404);
  expect((await other.send(address, 0, pdf)).status).toBe(404);
  expect((await other.drop(address)).status).toBe(404);

  const before = await rows('partial_upload');
  const begin = { ...tus, 'Upload-Length': '9', 'Upload-Metadata': named('a.pdf') };
  expect((await site.nobody().post('/uploads').set(begin)).status).toBe(401);
  expect((await site.nobody().head(address).set(tus)).status).toBe(401);
  // A page of another site has the cookie, but not the token.
  const forged = await page.agent.post('/uploads').set({ ...begin, Origin: 'https://elsewhere.example' });
  expect([forged.status, forged.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  expect((await page.agent.delete(address).set(tus)).status).toBe(403);
  expect((await page.agent.get(address)).status).toBe(404);
  expect((await page.agent.head('/uploads/x%2F..%2Fy').set(tus)).status).toBe(404);
  expect(await rows('partial_upload')).toBe(before);
  expect((await page.drop(address)).status).toBe(204);
  expect((await page.ask(address)).status).toBe(404);
});

test('one person has only so many files on their way', async () => {
  const page = await pageOf('sthj-handler');
  const statuses: number[] = [];
  for (let index = 0; index < 61; index += 1) statuses.push((await page.begin(9)).status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(60);
  expect(statuses.at(-1)).toBe(422);
});

test('what never arrived whole is swept after its time with its pieces, and nothing else', async () => {
  const page = await pageOf('wjw-handler');
  const [old, fresh] = [
    String((await page.begin(pdf.length)).headers['location']),
    String((await page.begin(pdf.length)).headers['location']),
  ];
  for (const address of [old, fresh]) await page.send(address, 0, pdf.subarray(0, 1000));
  const week = new Date(Date.now() - 7 * 86_400_000);
  await site.county.dataSource.query(
    `UPDATE partial_upload SET changed_at = $2::timestamptz - interval '1 minute' WHERE id = $1`,
    [old.slice('/uploads/'.length), week],
  );
  expect(await dropOldUploads(site.county.dataSource, week)).toBe(1);
  expect((await page.ask(old)).status).toBe(404);
  expect((await page.ask(fresh)).headers['upload-offset']).toBe('1000');
  expect(await rows('upload_piece')).toBe(1);
});
