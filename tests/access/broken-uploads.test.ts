import { randomUUID } from 'node:crypto';
import { paths } from '../../api/paths';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
let act: string;
beforeAll(async () => {
  site = await CountySite.open();
  act = `/cases/${site.find('consultation', 'open').id}/acts/consultation.draftAnswer`;
});
afterAll(() => site?.close());
beforeEach(() => site.asked.splice(0));

const withBoundary = 'multipart/form-data; boundary=x';
const part = (name: string, value: string, more = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const pdf = part('attachments', '%PDF-1.7', '; filename="a.pdf"\r\nContent-Type: application/pdf');
const stored = async () =>
  ((await site.county.dataSource.query('SELECT count(*)::int AS count FROM stored_file')) as { count: number }[])[0]
    ?.count;

type Broken = [what: string, type: string, body: (csrf: string) => string];
const broken: Broken[] = [
  [
    'cut off in a field',
    withBoundary,
    (csrf) => `${part('_csrf', csrf)}--x\r\nContent-Disposition: form-data; name="reasons"\r\n\r\n同意，但`,
  ],
  ['cut off in a file', withBoundary, (csrf) => `${part('_csrf', csrf)}${pdf.slice(0, -6)}`],
  [
    'cut off in the head of a part',
    withBoundary,
    (csrf) => `${part('_csrf', csrf)}--x\r\nContent-Disposition: form-da`,
  ],
  ['without its last boundary', withBoundary, (csrf) => part('_csrf', csrf) + pdf],
  ['without a boundary in its type', 'multipart/form-data', (csrf) => `${part('_csrf', csrf)}--x--\r\n`],
  ['with an empty boundary', 'multipart/form-data; boundary=', (csrf) => `${part('_csrf', csrf)}--x--\r\n`],
  [
    'with another boundary than its type says',
    'multipart/form-data; boundary=y',
    (csrf) => `${part('_csrf', csrf)}--x--\r\n`,
  ],
  [
    'with a broken head of a part',
    withBoundary,
    (csrf) => `${part('_csrf', csrf)}--x\r\nContent-Disposition form-data name=a\r\n: : :\r\n\r\nz\r\n--x--\r\n`,
  ],
  [
    'with a head of a part that never ends',
    withBoundary,
    (csrf) => `${part('_csrf', csrf)}--x\r\nX-Long: ${'长'.repeat(40_000)}`,
  ],
  [
    'with a field without a name',
    withBoundary,
    (csrf) => `${part('_csrf', csrf)}--x\r\nContent-Disposition: form-data\r\n\r\nz\r\n--x--\r\n`,
  ],
  ['with a name too long', withBoundary, (csrf) => `${part('_csrf', csrf)}${part('n'.repeat(5_000), 'z')}--x--\r\n`],
  [
    'with more fields than a form has',
    withBoundary,
    (csrf) => `${part('_csrf', csrf)}${part('a', 'z').repeat(3_000)}--x--\r\n`,
  ],
  [
    'with a field larger than any text',
    withBoundary,
    (csrf) => `${part('_csrf', csrf)}${part('reasons', 'z'.repeat(200_000))}--x--\r\n`,
  ],
  [
    'with a file under a name that is no field',
    withBoundary,
    (csrf) => `${part('_csrf', csrf)}${part('other', '%PDF-1.7', '; filename="a.pdf"')}--x--\r\n`,
  ],
  [
    'with a transfer encoding that does not exist',
    withBoundary,
    (csrf) =>
      `${part('_csrf', csrf)}--x\r\nContent-Disposition: form-data; name="attachments"; filename="a.pdf"\r\nContent-Transfer-Encoding: nonsense\r\n\r\n%PDF\r\n--x--\r\n`,
  ],
  ['of nothing', withBoundary, () => ''],
  ['that only ends', withBoundary, () => '--x--\r\n'],
];

/** Every address that takes a file in, who may, and one that takes none. */
const routes = (): [string, string][] => [
  [act, 'wjw-handler'],
  [paths.objectsLoad, 'scjg-handler'],
  [paths.inspectorsLoad, 'scjg-handler'],
  ['/new/jointCheck.propose', 'scjg-handler'],
];

test.each(broken)(
  'an upload %s is the sender’s mistake and says so, on every address and for nobody',
  async (_what, type, body) => {
    const before = await stored();
    const wrong: string[] = [];
    const note = (address: string, who: string, { status, text }: { status: number; text: string }) => {
      if (status < 400 || status >= 500 || !/错误代码|govuk-error-summary/.test(text))
        wrong.push(`${status} ${address} by ${who}`);
    };
    for (const [address, username] of routes()) {
      const agent = await site.as(username);
      const csrf = tokenIn((await agent.get(address)).text);
      note(
        address,
        username,
        await agent
          .post(address)
          .set('Content-Type', type)
          .send(Buffer.from(body(csrf))),
      );
      note(
        address,
        'nobody',
        await site
          .nobody()
          .post(address)
          .set('Content-Type', type)
          .send(Buffer.from(body('guessed'))),
      );
    }
    expect(wrong).toEqual([]);
    expect(await stored()).toBe(before);
    expect(site.asked).toEqual([]);
  },
);

test('after a broken upload the same person’s whole one is taken', async () => {
  const agent = await site.as('wjw-handler');
  const form = (await agent.get(act)).text;
  const csrf = tokenIn(form);
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';
  await agent
    .post(act)
    .set('Content-Type', withBoundary)
    .send(Buffer.from(part('_csrf', csrf) + pdf));
  const whole = await agent
    .post(act)
    .set('Content-Type', withBoundary)
    .send(
      Buffer.from(
        `${part('_csrf', csrf)}${part('submissionId', randomUUID())}${part('version', version)}${part('verdict', 'agree')}${pdf}--x--\r\n`,
      ),
    );
  expect(whole.text).toContain('已上传');
  expect(site.asked).toHaveLength(1);
});
