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

test('even markup that got into a page reaches neither this machine nor runs', async () => {
  const printer = new PagePrinter({ browserPath: browserPath(), printTimeoutMs: 60_000, launchTimeoutMs: 60_000 });
  const html = `<!doctype html><html><head><meta charset="utf-8">
    <link rel="stylesheet" href="${address}/a.css"><link rel="preconnect" href="${address}"><link rel="prefetch" href="${address}/b">
    <style>@import url(${address}/c.css); @font-face{font-family:X;src:url(${address}/d)} body{font-family:X;background:url(${address}/e)}</style></head>
    <body><img src="${address}/f"><iframe src="${address}/g"></iframe><object data="${address}/h"></object><video src="${address}/i"></video>
    <script>fetch('${address}/j');document.body.append('script ran')</script><p>plain text</p></body></html>`;
  try {
    const { pages } = await readPdf(Buffer.from(await printer.print({ html, asset: () => undefined })));
    expect(wordsOf(pages)).toContain('plaintext');
    expect(wordsOf(pages)).not.toContain('scriptran');
    expect(connections).toBe(0);
  } finally {
    await printer.close();
  }
});

test('a page that sends itself elsewhere is not printed as that other page', async () => {
  const printer = new PagePrinter({ browserPath: browserPath(), printTimeoutMs: 20_000, launchTimeoutMs: 60_000 });
  const html = `<!doctype html><html><head><meta http-equiv="refresh" content="0;url=${address}/k"></head><body>stays</body></html>`;
  try {
    const printed = await printer.print({ html, asset: () => undefined }).then(
      async (pdf) => wordsOf((await readPdf(Buffer.from(pdf))).pages),
      () => '',
    );
    expect(printed).not.toContain('reached');
    expect(connections).toBe(0);
  } finally {
    await printer.close();
  }
});
