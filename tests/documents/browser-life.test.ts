import { PagePrinter } from '../../connectors/pdf/page-printer';
import { browserPath, openRenderer } from './renderer';
import { samples } from './samples';

const job = (html: string) => ({ title: 't', faces: '', styles: '', content: `<p>${html}`, asset: () => undefined });
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';

function open(printTimeoutMs = 60_000): PagePrinter {
  return new PagePrinter({ browserPath: browserPath(), printTimeoutMs, launchTimeoutMs: 60_000 });
}

test('a browser that died between two papers is started again', async () => {
  const printer = open();
  try {
    expect(isPdf(await printer.print(job('one')))).toBe(true);
    printer.process()?.kill('SIGKILL');
    expect(isPdf(await printer.print(job('two')))).toBe(true);
  } finally {
    await printer.close();
  }
});

test('papers under way when the browser dies are printed all the same', async () => {
  const printer = open();
  try {
    await printer.print(job('warm'));
    const papers = Array.from({ length: 6 }, (_, index) => printer.print(job(`paper ${index} `.repeat(20_000))));
    printer.process()?.kill('SIGKILL');
    expect((await Promise.all(papers)).every(isPdf)).toBe(true);
  } finally {
    await printer.close();
  }
});

test('a print that outlasts its limit is given up with a code, and the next one works', async () => {
  const printer = open(250);
  try {
    await expect(printer.print(job('<p>long'.repeat(400_000)))).rejects.toMatchObject({
      code: 'DOCUMENT_TIMED_OUT',
      permanent: false,
    });
  } finally {
    await printer.close();
  }
});

test('a wrong browser path says so', async () => {
  const printer = new PagePrinter({ browserPath: '/nowhere/chromium', printTimeoutMs: 1000, launchTimeoutMs: 1000 });
  await expect(printer.print(job('x'))).rejects.toMatchObject({
    code: 'DOCUMENT_BROWSER_FAILED',
    message: expect.stringContaining('CHROMIUM_PATH') as string,
  });
  await printer.close();
});

test('a closed renderer prints nothing more and leaves no browser behind', async () => {
  const renderer = openRenderer();
  await renderer.render('record-form', samples['record-form']);
  await renderer.close();
  await expect(renderer.render('record-form', samples['record-form'])).rejects.toMatchObject({
    code: 'DOCUMENT_RENDERER_CLOSED',
  });
});
