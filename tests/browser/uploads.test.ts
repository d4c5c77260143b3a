import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { propose, stage } from '../engine/lifecycle/whole-check';
import { checkNumber } from '../engine/lifecycle/check-number';
import { CountyBrowser, fill, press, submit, textOf } from './county-browser';

let site: CountyBrowser;
let folder: string;
const number = checkNumber(1);
const check = `joint-check/${number}`;
const answer = `/cases/consultation/${number}-Z1/acts/consultation.draftAnswer`;

beforeAll(async () => {
  site = await CountyBrowser.open();
  folder = mkdtempSync(join(tmpdir(), 'photos-'));
  await propose(site.county, number);
  await site.county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });
  await stage(site.county, `consultation/${number}-Z1`, 'open');
});
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function choose(page: Page, ...paths: string[]): Promise<void> {
  const input = (await page.$('#attachments')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...paths);
}

const states = (page: Page) =>
  page.$$eval('.app-uploads__item', (rows) =>
    rows.map((row) => [
      row.querySelector('.app-uploads__name')?.textContent,
      row.querySelector('.app-uploads__state')?.textContent,
    ]),
  );
const all = (page: Page, text: string, count: number) =>
  page.waitForFunction(
    (words, least) =>
      [...document.querySelectorAll('.app-uploads__state')].filter((state) => state.textContent?.includes(words))
        .length === least,
    {},
    text,
    count,
  );
const stored = async () =>
  (await site.county.dataSource.query(
    `SELECT name, mime, size, case_id AS "caseId" FROM stored_file WHERE uploaded_by <> 'system' ORDER BY created_at`,
  )) as {
    name: string;
    mime: string;
    size: number;
    caseId: string | null;
  }[];

/** A large picture, as a phone's camera makes one, drawn by the browser itself. */
async function photo(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4000, 3000];
    const context = canvas.getContext('2d')!;
    const noise = context.createImageData(4000, 3000);
    let seed = 7;
    for (let place = 0; place < noise.data.length; place += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      noise.data[place] = place % 4 === 3 ? 255 : (seed >> 16) & 63;
    }
    context.putImageData(noise, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

test('words are kept before photos go; photos go one by one, are shrunk, named by what they are, and can be removed', async () => {
  const page = await site.tab('wjw-handler', answer);
  await page.setViewport({ width: 390, height: 844 });
  const large = await photo(page);
  await fill(page, '#reasons', '照片之前写的字');
  const order: string[] = [];
  page.on('request', (request) => order.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await choose(
    page,
    file('现场.jpg', large),
    file(
      '截图.jpg',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ),
    file('坏.pdf', Buffer.from('MZ')),
  );
  await all(page, '已上传', 2);
  await all(page, '不接受这种文件', 1);
  expect(order.indexOf(`POST ${answer}`)).toBe(0);
  expect(order.indexOf('POST /uploads')).toBeGreaterThan(0);
  expect((await states(page)).map(([name]) => name)).toEqual(['现场.jpg', '截图.png', '坏.pdf']);
  const files = await stored();
  expect(files.map(({ name, mime }) => [name, mime])).toEqual([
    ['现场.jpg', 'image/jpeg'],
    ['截图.png', 'image/png'],
  ]);
  expect(files[0]?.size).toBeLessThan(large.length / 2);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/uploads-390.png`, fullPage: true });

  // One that was refused holds the form until it is removed.
  await page.click('#verdict');
  await page.click(submit);
  expect(await textOf(page, '.app-uploads__note')).toContain('重试或删除');
  await page.click('.app-uploads__item--failed button:not([hidden])');
  expect(await states(page)).toHaveLength(2);
  await press(page, submit);
  expect(page.url()).toBe(`${site.address}/cases/consultation/${number}-Z1`);
  expect((await stored()).filter(({ caseId }) => caseId)).toHaveLength(2);
});

test('a session that ends while files go says so at the file, and the file goes on after signing in in another tab', async () => {
  const page = await site.tab('yjj-handler', answer);
  await site.expire(page);
  await choose(page, file('记录.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'y')])));
  await all(page, '登录已结束', 1);
  if (process.env['SHOTS']) {
    await page.setViewport({ width: 390, height: 844 });
    await page.screenshot({ path: `${process.env['SHOTS']}/signed-out-390.png`, fullPage: true });
  }
  const [link] = await page.$$('.app-uploads__item a');
  expect(await link?.evaluate((element) => [element.getAttribute('target'), element.textContent])).toEqual([
    '_blank',
    '在新标签页登录',
  ]);
  const other = await page.browserContext().newPage();
  await other.goto(`${site.address}/sign-in`);
  await site.signInOn(other, 'yjj-handler');
  await other.close();
  await page.bringToFront();
  await page.$eval('.app-uploads__item button', (button) => (button as HTMLButtonElement).click());
  await all(page, '已上传', 1);
  expect((await stored()).at(-1)).toMatchObject({ name: '记录.pdf', caseId: null });
  await page.$$eval('.app-uploads__item button', (buttons) => (buttons.at(-1) as HTMLButtonElement).click());
  expect(await states(page)).toEqual([]);
});

test('without a network nothing is lost: words and file go on by themselves when it returns, and a sent form waits for them', async () => {
  const page = await site.tab('yjj-handler', answer);
  await page.click('#verdict');
  await fill(page, '#reasons', '断网时写的字');
  await page.setOfflineMode(true);
  await choose(page, file('复函.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'x')])));
  await page.waitForFunction(() => document.querySelector('[data-draft-state]')?.textContent?.includes('自动重试'));
  // The state stands in the group of the field where the person types.
  expect(await page.$eval('[data-draft-state]', (note) => note.closest('.govuk-form-group') !== null)).toBe(true);
  await page.click(submit);
  expect(await textOf(page, '.app-uploads__note')).toContain('传完后自动提交');
  await Promise.all([page.waitForNavigation(), page.setOfflineMode(false)]);
  expect(page.url()).toBe(`${site.address}/cases/consultation/${number}-Z1`);
  expect((await stored()).at(-1)).toMatchObject({ name: '复函.pdf', caseId: `consultation/${number}-Z1` });
});
