import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { dayIn } from '../engine/lifecycle/whole-check';
import { CountyBrowser, fill, press, submit, textOf, valueOf } from './county-browser';
import { Desk } from './desk';

let site: CountyBrowser;
beforeAll(async () => {
  site = await CountyBrowser.open();
});
afterAll(() => site?.close());

/** Where pictures of the pages go, for whoever wants to look at them. */
const pictures = process.env['PICTURES'];
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const words = '[data-forecast-words]';
const next = '.govuk-button-group button[name="_step"][value="next"]';
const scopeStep = '/new/jointCheck.propose?step=scope';
const kind = 'input[name="scheme[scope][kinds][]"][value="cooperative"]';
const active = async (condition: string) =>
  (
    (await site.county.dataSource.query(
      `SELECT count(*)::int AS n FROM check_object WHERE status = 'active' AND ${condition}`,
    )) as { n: number }[]
  )[0]?.n ?? 0;

test('the count follows what is ticked and typed, and the last of it is what stands', async () => {
  const page = await site.tab('scjg-handler', scopeStep);
  expect(await textOf(page, words)).toContain(`范围内现有 ${await active('TRUE')} 户`);
  await page.$eval(kind, (box) => (box as HTMLInputElement).click());
  const cooperatives = await active(`kind = 'cooperative'`);
  await page.waitForFunction(
    (selector, said) => document.querySelector(selector)?.textContent?.includes(said),
    {},
    words,
    `范围内现有 ${cooperatives} 户`,
  );
  // The county's usual ratios stand there until a person says otherwise: a ratio or a number, never both.
  for (const risk of ['A', 'B', 'C', 'D']) await fill(page, `#percent-${risk}`, '');
  await fill(page, '#count-A', '1');
  const seen = await active(`kind = 'cooperative' AND risk_class = 'A' AND 'SCJG' = ANY(responsible_departments)`);
  await page.waitForFunction(
    (selector, said) => document.querySelector(selector)?.textContent?.includes(said),
    {},
    words,
    `将抽取 ${Math.min(1, seen)} 户`,
  );
  // Beside the fields stands the same as in the card.
  expect(await textOf(page, '[data-stratum="A"] [data-drawn]')).toBe(String(Math.min(1, seen)));
  await fill(page, '#count-A', '');
  await fill(page, '#count-all', '99999');
  await page.waitForFunction(
    (selector, said) => document.querySelector(selector)?.textContent?.includes(said),
    {},
    words,
    `填了 99,999 户，范围内只有 ${cooperatives} 户`,
  );
});

test('a ratio and a number in one row are told at the row while they are typed', async () => {
  const page = await site.tab('scjg-handler', scopeStep);
  const said = '[data-both="D"]';
  expect(await page.$eval(said, (line) => line.checkVisibility())).toBe(false);
  await fill(page, '#percent-D', '5');
  await page.type('#count-D', '2');
  expect(await page.$eval(said, (line) => line.checkVisibility())).toBe(true);
  expect(await page.$eval('#count-D', (field) => field.getAttribute('aria-describedby'))).toBe('wrong-D');
  await page.keyboard.press('Backspace');
  expect(await page.$eval(said, (line) => line.checkVisibility())).toBe(false);
});

test('when the count does not come the page says so and keeps the form; the button asks again', async () => {
  const page = await site.tab('scjg-handler', scopeStep);
  await page.setOfflineMode(true);
  await page.$eval(kind, (box) => (box as HTMLInputElement).click());
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.textContent?.includes('暂时算不出来'),
    {},
    words,
  );
  await page.setOfflineMode(false);
  await page.bringToFront();
  await page.click('[data-forecast-button]');
  await page.waitForFunction(
    (selector, said) => document.querySelector(selector)?.textContent?.includes(said),
    {},
    words,
    `范围内现有 ${await active(`kind = 'cooperative'`)} 户`,
  );
});

/** A desk at which the page is looked at, too. */
class LookingDesk extends Desk {
  /** Looks at the page at both widths: no rule of accessibility is broken, nothing is too wide. */
  async lookAt(name: string): Promise<void> {
    await this.tab.evaluate(axe);
    for (const width of [1280, 375]) {
      await this.tab.setViewport({ width, height: 900 });
      const found = await this.tab.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const page = document.documentElement;
        const wide = page.scrollWidth > page.clientWidth ? ['too wide'] : [];
        const { violations } = await axe.run();
        return [...wide, ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 140)}`)];
      });
      expect([name, width, ...found]).toEqual([name, width]);
      if (!pictures) continue;
      mkdirSync(pictures, { recursive: true });
      await this.tab.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    }
    await this.tab.setViewport({ width: 1280, height: 900 });
    await this.tab.waitForFunction(() => window.innerWidth === 1280);
  }
}

const day = (page: Page, selector: string, value: string) =>
  page.$eval(selector, (field, written) => ((field as HTMLInputElement).value = written), value);
const itemOf = async (department: string) =>
  (
    (await site.county.dataSource.query(
      `SELECT i.code, v.name FROM check_item i JOIN check_item_version v ON v.item_code = i.code WHERE i.department = $1 AND i.active ORDER BY i.code LIMIT 1`,
      [department],
    )) as { code: string; name: string }[]
  )[0] ?? { code: '', name: '' };
const schemeOf = async (page: Page) => {
  const number = /joint-check\/([^/?#]+)$/.exec(page.url())?.[1] ?? '';
  const state = await site.county.state<{
    id: string;
    number: string;
    stage: string;
    since: string;
    scheme: { title: string; tasks: { department: string; items: string[] }[]; scope: { kinds: string[] } };
  }>(`joint-check/${number}`);
  return state?.scheme;
};

test('a proposal is ten presses at most, from home to the case; a copy of it four', async () => {
  await site.county.dataSource.query('DELETE FROM draft');
  const [mine, theirs] = await Promise.all([itemOf('SCJG'), itemOf('WJW')]);
  const desk = new LookingDesk(await site.tab('scjg-handler', '/'));
  const { tab } = desk;
  await tab.setViewport({ width: 1280, height: 900 });
  await desk.go('a[href="/new/jointCheck.propose"]');
  await tab.type('#scheme-title', '分四步拟定的联合抽查');
  await day(tab, '#scheme-windowFrom', dayIn(0));
  await day(tab, '#scheme-windowTo', dayIn(30));
  await desk.lookAt('proposal-time');
  await desk.go(next);
  // Words find the items of other departments without opening one after the other.
  await desk.press(`input[name="task[SCJG][items][]"][value="${mine.code}"]`);
  await tab.type('#item-search', theirs.name.slice(0, 8));
  expect(await tab.$$eval('[data-item]', (items) => items.filter((one) => one.checkVisibility()).length)).toBeLessThan(
    9,
  );
  await desk.press(`input[name="task[WJW][items][]"][value="${theirs.code}"]`);
  expect(await textOf(tab, '[data-unit="WJW"] .app-chip')).toContain(theirs.name.slice(0, 8));
  expect(await textOf(tab, '[data-unit="SCJG"] .app-chip')).toContain(mine.name);
  await desk.lookAt('proposal-tasks');
  await desk.go(next);
  await desk.press('input[name="scheme[scope][kinds][]"][value="enterprise"]');
  await tab.waitForSelector('[data-forecast-href]:not([aria-busy])');
  await desk.lookAt('proposal-scope');
  await desk.go(next);
  expect(await textOf(tab, 'main')).toContain('分四步拟定的联合抽查');
  await desk.lookAt('proposal-review');
  await desk.go(submit);
  expect(desk.presses).toBeLessThanOrEqual(10);
  const made = await schemeOf(tab);
  expect(made?.tasks.map(({ department, items }) => [department, items])).toEqual([
    ['SCJG', [mine.code]],
    ['WJW', [theirs.code]],
  ]);
  expect(await site.county.dataSource.query('SELECT form FROM draft')).toEqual([]);

  const copy = new LookingDesk(await site.tab('scjg-handler', '/'));
  await copy.go('a[href="/new/jointCheck.propose"]');
  await copy.go('a[href="/joint-checks/to-copy"]');
  await copy.lookAt('proposal-to-copy');
  await copy.go('#checks tbody a');
  await copy.tab.type('#scheme-title', '下一年的联合抽查');
  await day(copy.tab, '#scheme-windowFrom', dayIn(1));
  await day(copy.tab, '#scheme-windowTo', dayIn(31));
  await copy.lookAt('proposal-copied');
  await copy.go(submit);
  expect(copy.presses).toBeLessThanOrEqual(4);
  expect(await schemeOf(copy.tab)).toEqual({
    ...made,
    title: '下一年的联合抽查',
    windowFrom: dayIn(1),
    windowTo: dayIn(31),
  });
});

test('a proposal without script and by keyboard alone, back and forth, with nothing typed again', async () => {
  await site.county.dataSource.query('DELETE FROM draft');
  const [mine, theirs] = await Promise.all([itemOf('WJW'), itemOf('SCJG')]);
  const page = await site.tab('wjw-handler', '/', { script: false });
  /** Goes to a control with the tabulator, as whoever has no mouse does. */
  const reach = async (selector: string) => {
    await page.bringToFront();
    for (let steps = 0; steps < 900; steps += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached by keyboard`);
  };
  const key = async (selector: string, name: 'Enter' | 'Space') => {
    await reach(selector);
    await page.keyboard.press(name);
  };
  const lead = async (selector: string) => {
    await reach(selector);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  };
  await lead('a[href="/new/jointCheck.propose"]');
  await reach('#scheme-title');
  await page.keyboard.type('只用键盘拟定的联合抽查');
  await day(page, '#scheme-windowFrom', dayIn(0));
  await day(page, '#scheme-windowTo', dayIn(30));
  // Enter in a field goes on, it does not send the proposal.
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(page.url()).toContain('step=tasks');
  await key(`input[name="task[WJW][items][]"][value="${mine.code}"]`, 'Space');
  await reach('#item-search');
  await page.keyboard.type(theirs.name);
  await lead('button[name="_findItem"]');
  await key(`input[name="task[SCJG][items][]"][value="${theirs.code}"]`, 'Space');
  await lead(next);
  await reach('#percent-D');
  await page.keyboard.type('1');
  await lead('button[name="_step"][value="time"]');
  expect(await valueOf(page, '#scheme-title')).toBe('只用键盘拟定的联合抽查');
  await lead('button[name="_step"][value="review"]');
  expect(await textOf(page, 'main')).toContain(theirs.name);
  await lead(submit);
  expect((await schemeOf(page))?.tasks.map(({ department, items }) => [department, items])).toEqual([
    ['WJW', [mine.code]],
    ['SCJG', [theirs.code]],
  ]);
}, 120_000);

test('without script the button counts, and everything typed is still there', async () => {
  // Somebody who has no draft: what the others left unsent comes back to its writer.
  await site.county.dataSource.query('DELETE FROM draft');
  const page = await site.tab('wjw-handler', '/new/jointCheck.propose', { script: false });
  await page.type('#scheme-title', '合作社部门联合抽查');
  await press(page, next);
  await press(page, 'button[name="_step"][value="scope"]');
  await fill(page, '#percent-C', '');
  await page.type('#count-C', '2');
  await page.$eval(kind, (box) => (box as HTMLInputElement).click());
  await press(page, '[data-forecast-button]');
  expect(new URL(page.url()).hash).toBe('#scope-forecast');
  expect(await textOf(page, words)).toContain(`范围内现有 ${await active(`kind = 'cooperative'`)} 户`);
  expect(await valueOf(page, '#scheme-title')).toBe('合作社部门联合抽查');
  expect(await valueOf(page, '#count-C')).toBe('2');
  expect(await page.$eval(kind, (box) => (box as HTMLInputElement).checked)).toBe(true);
});
