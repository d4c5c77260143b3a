import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PagePrinter } from '../../connectors/pdf/page-printer';
import { readPdf, wordsOf } from './read-pdf';
import { browserPath, openRenderer } from './renderer';
import { samples } from './samples';

let server: Server;
let address: string;
let connections = 0;

beforeAll(async () => {
  server = createServer((_, response) => response.end('reached'));
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => (connections = 0));

test('the listener would notice: a plain request is counted', async () => {
  await fetch(address);
  expect(connections).toBe(1);
});

test('markup in a name is printed as it is written and fetches nothing', async () => {
  const renderer = openRenderer();
  try {
    const name = `<img src=${address}/x.png>"'&{{issuer}}<script>document.title=1</script>`;
    const form = { ...samples['record-form'], object: { ...samples['record-form'].object, name } };
    const { pages } = await readPdf(await renderer.render('record-form', form));
    expect(wordsOf(pages)).toContain(name.replace(/\s/g, ''));
    expect(connections).toBe(0);
  } finally {
    await renderer.close();
  }
});

/** On a page of its own, and on one that a paper was printed on before. */
const pagesToPrintOn = [
  ['a new page', 0],
  ['a page in use', 1],
] as const;
const plain = { title: 't', faces: '', styles: '', content: 'before', asset: () => undefined };

test.each(pagesToPrintOn)(
  'even markup that got into %s reaches neither this machine nor runs',
  async (_page, before) => {
    const printer = new PagePrinter({ browserPath: browserPath(), printTimeoutMs: 60_000, launchTimeoutMs: 60_000 });
    const styles = `@import url(${address}/c.css); @font-face{font-family:X;src:url(${address}/d)} body{font-family:X;background:url(${address}/e)}`;
    const content = `<link rel="stylesheet" href="${address}/a.css"><link rel="preconnect" href="${address}"><link rel="prefetch" href="${address}/b">
    <img src="${address}/f" onerror="document.body.append('script ran')"><iframe src="${address}/g"></iframe><object data="${address}/h"></object><video src="${address}/i"></video>
    <script>fetch('${address}/j');document.body.append('script ran')</script><p>plain text</p>`;
    try {
      for (let paper = 0; paper < before; paper++) await printer.print(plain);
      const { pages } = await readPdf(Buffer.from(await printer.print({ ...plain, styles, content })));
      expect(wordsOf(pages)).toContain('plaintext');
      expect(wordsOf(pages)).not.toContain('scriptran');
      expect(connections).toBe(0);
    } finally {
      await printer.close();
    }
  },
);

test.each(pagesToPrintOn)(
  '%s that sends itself elsewhere is not printed as that other page, and the next paper is itself',
  async (_page, before) => {
    const printer = new PagePrinter({ browserPath: browserPath(), printTimeoutMs: 20_000, launchTimeoutMs: 60_000 });
    const printed = (content: string) =>
      printer.print({ ...plain, content }).then(
        async (pdf) => wordsOf((await readPdf(Buffer.from(pdf))).pages),
        () => '',
      );
    try {
      for (let paper = 0; paper < before; paper++) await printer.print(plain);
      expect(
        await printed(`<meta http-equiv="refresh" content="0;url=${address}/k">${'stays '.repeat(30_000)}`),
      ).not.toContain('reached');
      expect(connections).toBe(0);
      expect(await printed('the next paper')).toBe('thenextpaper');
    } finally {
      await printer.close();
    }
  },
);
