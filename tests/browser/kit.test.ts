import { readFileSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { browserFlags } from '../../connectors/browser/find-browser';
import { openKitSite, type KitSite } from './kit-site';

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

let site: KitSite;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  site = await openKitSite();
  browser = await puppeteer.launch({ executablePath: process.env.TEST_CHROMIUM_PATH, args: browserFlags });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

async function open(path: string, width: number, script = true): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: 900 });
  await page.goto(`${site.address}${path}`);
  return page;
}

// 640 is what a 1280 pixel window holds at 200 %.
describe.each(['/kit', '/kit/public', '/kit/bare'])('%s', (path) => {
  it.each([1280, 640, 375])('has no accessibility violation and no sideways scrolling at %d pixels', async (width) => {
    const page = await open(path, width);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' … ')}`);
    });
    expect(found).toEqual([]);
    await page.close();
  });
});

describe('scripts of the pages', () => {
  it('leave of a filter the field in which one types on a phone, and the others behind a button', async () => {
    const shown = (page: Page) =>
      page.$$eval('.app-filter .app-filter__field', (fields) =>
        fields
          .filter((field) => (field as HTMLElement).offsetHeight > 0)
          .map((field) => field.querySelector('label')?.textContent?.trim()),
      );
    const phone = await open('/kit', 375);
    expect(await shown(phone)).toEqual(['名称或编号']);
    const more = '.app-filter button[aria-expanded]';
    await phone.click(more);
    expect(await shown(phone)).toHaveLength(3);
    expect(await phone.$eval(more, (button) => button.getAttribute('aria-expanded'))).toBe('true');
    expect(await phone.evaluate(() => document.activeElement?.id)).toBe('ff2');
    await phone.setViewport({ width: 1280, height: 900 });
    await phone.waitForSelector(more, { hidden: true });
    const others = await Promise.all([open('/kit', 1280), open('/kit', 375, false)]);
    for (const page of [phone, ...others]) {
      expect(await shown(page)).toHaveLength(3);
      await page.close();
    }
  });

  it('go through the rows of a list by keys, never while somebody types, and not for whoever switched them off', async () => {
    const page = await open('/kit', 1280);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const row = () =>
      page.evaluate(() => {
        const rows = [...document.querySelectorAll('main table tbody tr')].filter((one) =>
          one.querySelector('th[scope="row"]'),
        );
        return rows.indexOf(document.querySelector('tr[data-current]') as Element);
      });
    const ticked = () => page.$$eval('input[name="picked"]', (boxes) => boxes.filter((box) => box.checked).length);
    expect(await row()).toBe(-1);
    await page.keyboard.press('j');
    expect(await row()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await row()).toBe(0);
    while (!(await page.$('tr[data-current] input[name="picked"]'))) await page.keyboard.press('j');
    const before = await ticked();
    await page.keyboard.press('x');
    expect(await ticked()).toBe(before + 1);
    const at = await row();

    await page.keyboard.press('/');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('search');
    await page.keyboard.type('jkx?/');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toMatch(/jkx\?\/$/);
    expect([await row(), await ticked()]).toEqual([at, before + 1]);

    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('?');
    expect(await page.$('dialog[data-shortcuts][open]')).not.toBeNull();
    await page.keyboard.press('j');
    expect(await row()).toBe(at);
    await page.click('#shortcuts-on');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await row()).toBe(at);
    await page.reload();
    await page.keyboard.press('j');
    expect(await row()).toBe(-1);
    // And switched on again by the button, which needs no key.
    await page.click('[data-shows-shortcuts]');
    await page.click('#shortcuts-on');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await row()).toBe(0);
    await page.close();
  });

  it('tick all rows of a table and show when only some are ticked', async () => {
    const page = await open('/kit', 1280);
    await page.click('[data-select-all="picked"]');
    const ticked = () => page.$$eval('input[name="picked"]', (boxes) => boxes.filter((box) => box.checked).length);
    expect(await ticked()).toBe(5);
    await page.click('input[name="picked"]');
    expect(await page.$eval('[data-select-all="picked"]', (head) => (head as HTMLInputElement).indeterminate)).toBe(
      true,
    );
    await page.close();
  });

  it('count characters as people do', async () => {
    const page = await open('/kit', 1280);
    await page.$eval('#t1', (field) => {
      (field as HTMLTextAreaElement).value = '𠮷😀a';
      field.dispatchEvent(new Event('input'));
    });
    expect(await page.$eval('#t1-count', (note) => note.textContent)).toBe('还可以输入 997 个字。');
    await page.close();
  });

  it('lead from the error summary to the field', async () => {
    const page = await open('/kit', 1280);
    await page.click('.govuk-error-summary a[href="#i2"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('i2');
    await page.close();
  });

  it('warn before a session ends and extend it without leaving the page', async () => {
    const page = await open('/kit/ending', 1280);
    // The clock is read on coming back to the page, so nothing needs to be waited for.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForSelector('dialog[open]', { visible: true });
    expect(await page.$eval('#session-text', (text) => text.textContent)).toContain('2 分钟后将自动退出');
    await page.click('[data-session-extend]');
    await page.waitForSelector('dialog:not([open])');
    expect(page.url()).toBe(`${site.address}/kit/ending`);
    await page.close();
  });

  it('are not needed: without them the page is whole and the phone menu opens', async () => {
    const page = await open('/kit', 375, false);
    expect(await page.$eval('#t1-count', (note) => note.textContent)).toBe('最多 1,000 个字。');
    expect(await page.$eval('[data-select-all]', (head) => (head as HTMLInputElement).hidden)).toBe(true);
    await page.click('.app-bottom a[href="#all-navigation"]');
    expect(await page.$eval('#all-navigation', (menu) => getComputedStyle(menu).display)).toBe('block');
    await page.close();
  });
});

it('begins the keyboard way with the skip link, visibly', async () => {
  const page = await open('/kit/public', 1280);
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => ({
    name: document.activeElement?.className,
    height: document.activeElement?.getBoundingClientRect().height ?? 0,
  }));
  expect(focused.name).toContain('govuk-skip-link');
  expect(focused.height).toBeGreaterThan(20);
  await page.close();
});
