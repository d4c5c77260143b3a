import type { Page } from 'puppeteer';
import { pathTo } from '../../api/paths';
import type { VisitState } from '../../domain/visit/state';
import { sharedRows, tenForms, type Fields, type SharedForm } from '../access/ten-forms';
import { press, saveDraft, submit, valueOf } from './county-browser';
import { pictures } from './many-desk';
import { SiteBrowser, type Device } from './site-browser';

let browser: SiteBrowser;
let rows: Awaited<ReturnType<typeof sharedRows>>;
const forms = tenForms(() => ({ site: browser.site, rows }));

/** Another person of the same unit and duties. */
const colleagueOf = (username: string) => `${username}-2`;

beforeAll(async () => {
  browser = await SiteBrowser.open();
  rows = await sharedRows(browser.site);
  const alone = new Set(Object.values(forms).flatMap(({ by, other }) => (other ? [] : [by])));
  for (const username of alone)
    await browser.site.county.dataSource.query(
      `INSERT INTO account SELECT (jsonb_populate_record(a, jsonb_build_object(
         'id', gen_random_uuid(), 'username', $2::text, 'name', a.name || '的同事', 'inspector_id', NULL))).*
       FROM account a WHERE username = $1`,
      [username, colleagueOf(username)],
    );
});
afterAll(() => browser?.close());

const main = (page: Page) => page.$eval('main', (element) => element.textContent ?? '');

/** Types as a person does, going on to the step on which a field stands. */
async function enter(page: Page, fields: Fields, device: Device): Promise<void> {
  const tap = (selector: string) => (device === 'phone' ? page.tap(selector) : page.click(selector));
  await page.bringToFront();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat().map(String)) {
      const selector = await page.$$eval(
        'form.app-form :is(input:not([type=hidden]), textarea, select)',
        (all, wanted, said) => {
          const found = (all as HTMLInputElement[]).filter((field) => [wanted, `${wanted}[]`].includes(field.name));
          const field = found.find(({ type, value }) => !['radio', 'checkbox'].includes(type) || value === said);
          return field && { id: `#${CSS.escape(field.id)}`, type: field.type, set: field.checked };
        },
        name,
        one,
      );
      if (!selector) throw new Error(`no field ${name} for ${one}`);
      const { id, type, set } = selector;
      while (!(await page.$eval(id, (field) => field.checkVisibility())))
        await press(page, '.govuk-button-group button[name="_step"][value="next"]');
      await page.$eval(id, (field) => field.scrollIntoView({ block: 'center', behavior: 'instant' }));
      if (type === 'radio' || type === 'checkbox') {
        if (!set) await tap(id);
      } else if (type === 'date' || type.startsWith('select')) {
        await page.$eval(
          id,
          (field, said) => {
            (field as HTMLInputElement).value = said;
            for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
          },
          one,
        );
      } else {
        await tap(id);
        await page.$eval(id, (field) => (field as HTMLInputElement).select());
        await (one === '' ? page.keyboard.press('Backspace') : page.keyboard.sendCharacter(one));
      }
    }
  }
}

/** The phone is put away, and what was typed is kept. */
async function putAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForFunction(() => document.querySelector('[data-draft-state]')?.textContent?.includes('自动保存'));
}

const keepsDrafts = async (page: Page) => (await page.$('form[data-draft]')) !== null;

test.each(Object.entries(forms))(
  '%s: a phone sends what it had typed before a colleague at the PC was done, and nobody loses a word',
  async (name, form) => {
    const phone = await browser.tab(form.by, 'phone', form.address());
    await enter(phone, form.second, 'phone');
    if (await keepsDrafts(phone)) await putAway(phone);

    const desk = await browser.tab(form.other ?? colleagueOf(form.by), 'desk', form.address());
    await enter(desk, form.first, 'desk');
    const saved = await press(desk, submit);
    expect([
      saved?.status(),
      await desk.$$eval('.govuk-error-summary a', (all) => all.map((one) => one.textContent)),
    ]).toEqual([200, []]);

    const late = await press(phone, submit);
    expect(late?.status()).toBe(409);
    if (pictures) await phone.screenshot({ path: `${pictures}/${name.replaceAll(' ', '-')}.png`, fullPage: true });
    for (const words of ['他人已先作修改', form.mine, form.theirs]) expect(await main(phone)).toContain(words);
    expect(await widest(phone)).toBeLessThanOrEqual(375);
    await choose(phone, form);
    const done = await press(phone, 'button[name="_press"][value="chosen"]:not(.app-default-submit)');
    expect([done?.status(), await phone.$('.govuk-error-summary')]).toEqual([200, null]);
    expect(await form.stands()).toMatchObject(form.expected as object);
    await Promise.all([phone.close(), desk.close()]);
  },
);

/** My words wherever both said something, by thumb. */
async function choose(page: Page, { collides }: SharedForm): Promise<void> {
  const mine = await page.$$('input[type=radio][value=mine]');
  expect(mine.length > 0).toBe(collides);
  for (const radio of mine) {
    await radio.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await radio.tap();
  }
}

const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('what was typed on a phone is found on the PC, and neither device overwrites what the other kept', async () => {
  const { by, address, stands } = forms['a referral draft'] as SharedForm;
  const phone = await browser.tab(by, 'phone', address());
  await enter(phone, { facts: '手机上写的开头' }, 'phone');
  await putAway(phone);

  const desk = await browser.tab(by, 'desk', '/drafts');
  expect(await main(desk)).toContain('可以接着填写');
  await press(desk, `main a[href^="${address()}"]`);
  expect(await valueOf(desk, '#facts')).toBe('手机上写的开头');
  await enter(desk, { facts: '电脑上接着写完' }, 'desk');
  await press(desk, saveDraft);

  // The phone still shows its own beginning, and goes on from that.
  await enter(phone, { facts: '手机上又写了别的' }, 'phone');
  await putAway(phone);
  const kept = async () =>
    (await browser.site.county.dataSource.query(
      `SELECT body->>'facts' AS facts FROM draft WHERE form LIKE 'referral.amend %' ORDER BY 1`,
    )) as { facts: string }[];
  expect(await kept()).toEqual([{ facts: '手机上又写了别的' }, { facts: '电脑上接着写完' }]);

  expect((await press(desk, submit))?.status()).toBe(200);
  expect(await stands()).toMatchObject({ facts: '电脑上接着写完' });
  expect(await kept()).toEqual([{ facts: '手机上又写了别的' }]);

  // Found again the next morning on either: first what stands against it.
  await desk.goto(`${browser.address}/drafts`);
  expect(await main(desk)).toContain('内容已有更新');
  const [again] = await Promise.all([desk.waitForNavigation(), desk.click(`main a[href^="${address()}"]`)]);
  expect(again?.status()).toBe(409);
  for (const words of ['手机上又写了别的', '电脑上接着写完']) expect(await main(desk)).toContain(words);
  // By a press on the words themselves, as a thumb does it.
  await phone.goto(browser.address + address());
  const said = await phone.waitForSelector('label.app-conflict__said');
  await said?.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await said?.tap();
  await press(phone, 'button[name="_press"][value="chosen"]:not(.app-default-submit)');
  expect(await stands()).toMatchObject({ facts: '手机上又写了别的' });
  expect(await kept()).toEqual([]);
});

describe('what stays in sight', () => {
  /** A person of many duties in the unit of the longest name. */
  const busy = 'office-handler';
  const top = (page: Page, selector: string) =>
    page.$eval(selector, (element) => {
      const { top, bottom, left, width, height } = element.getBoundingClientRect();
      const seen = document.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
      return { top, bottom, left, width, height, onTop: seen !== null && element.contains(seen) };
    });

  beforeAll(async () => {
    await browser.site.county.dataSource.query(
      `UPDATE account SET capacities = '{officeHandler,officeDirector,supervisor}' WHERE username = $1`,
      [busy],
    );
  });

  test('the head of a table below the head of its case, whose words may go over two lines', async () => {
    const address = pathTo('visitsOfCheck', {
      number: (browser.site.find('visit', 'noticed') as VisitState).checkNumber,
    });
    const page = await browser.tab('scjg-handler', 'desk', address);
    for (const words of ['', '很长的名称'.repeat(30)]) {
      await page.setViewport({ width: 1280, height: 320 });
      await page.$eval('.app-case-head__title', (title, more) => title.append(more), words);
      await page.$eval('#visits tbody tr:last-child', (row) =>
        row.scrollIntoView({ block: 'end', behavior: 'instant' }),
      );
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const [caseHead, tableHead] = [await top(page, '.app-case-head'), await top(page, '#visits thead th')];
      expect([caseHead.top, Math.round(tableHead.top - caseHead.bottom), tableHead.onTop]).toEqual([0, 0, true]);
    }
    // Without a script nobody knows how high the head is: the head of the table goes with its rows and is never half covered.
    await page.setJavaScriptEnabled(false);
    await page.reload();
    expect(await page.$eval('#visits thead th', (head) => getComputedStyle(head).position)).toBe('static');
    await page.close();
  });

  test('the first column on a phone, and it leaves room for the others', async () => {
    const page = await browser.tab(busy, 'phone', '/dashboard');
    const cell = '#departments tbody tr:nth-child(2) .app-table__first';
    await page.$eval(cell, (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const before = await top(page, cell);
    await page.$eval('.app-table-scroll:has(#departments)', (frame) => (frame.scrollLeft = 150));
    const after = await top(page, cell);
    expect([after.left, after.onTop]).toEqual([before.left, true]);
    expect(after.width).toBeLessThan(375 * 0.45);
    await page.close();
  });

  test.each([1280, 1024, 800, 375, 360])('the head of the page is one line of at most 56 px at %d', async (width) => {
    const page = await browser.tab(busy, 'desk', '/');
    for (const language of ['zh-CN', 'en']) {
      await page.setViewport({ width, height: 700 });
      await page.goto(`${browser.address}${pathTo('language', { language, returnTo: '/' })}`);
      expect([language, (await top(page, '.app-header')).height <= 56, await widest(page)]).toEqual([
        language,
        true,
        width,
      ]);
      const inside = await page.$$eval('.app-header :is(a, input, button)', (all) =>
        all
          .filter((one) => one.checkVisibility())
          .every((one) => one.getBoundingClientRect().right <= window.innerWidth + 0.5),
      );
      expect(inside).toBe(true);
    }
    await page.goto(`${browser.address}${pathTo('language', { language: 'zh-CN', returnTo: '/' })}`);
    await page.close();
  });

  test.each([375, 360])('a number stands in one line on a phone of %d px, however long', async (width) => {
    const page = await browser.tab('scjg-handler', 'phone', '/cases?kind=referral');
    await page.setViewport({ width, height: 700 });
    const lines = await page.$$eval('#cases td.app-table__code .app-table__content', (all) =>
      all.map((one) => [one.textContent?.length ?? 0, Math.round(one.getBoundingClientRect().height / 24)]),
    );
    expect(Math.max(...lines.map(([length = 0]) => length))).toBeGreaterThan(30);
    expect(new Set(lines.map(([, height]) => height))).toEqual(new Set([1]));
    // The head of a case stays in sight there, and leaves the screen to the rest.
    const { number } = browser.site.find('joint-check', 'underway');
    await page.goto(browser.address + pathTo('case', { kind: 'joint-check', number }));
    expect((await top(page, '.app-case-head')).height).toBeLessThanOrEqual(56);
    await page.close();
  });

  test('paper has the words of a page, not what is pressed, and a state in one line', async () => {
    const { number } = browser.site.find('joint-check', 'underway');
    const visits = (browser.site.find('visit', 'noticed') as VisitState).checkNumber;
    const wrong: string[] = [];
    for (const address of [
      '/',
      '/cases?kind=all&standing=open',
      '/registers/objects',
      pathTo('visitsOfCheck', { number: visits }),
      pathTo('caseTimeline', { kind: 'joint-check', number }),
      pathTo('case', { kind: 'joint-check', number }),
      '/public/items',
    ]) {
      const page = await browser.tab('scjg-handler', 'desk', address);
      // Between the margins of a sheet.
      await page.setViewport({ width: 673, height: 1000 });
      await page.emulateMediaType('print');
      wrong.push(
        ...(
          await page.evaluate(() => {
            const seen = [
              ...document.querySelectorAll('main :is(button, input, select, summary, .app-density, .app-chips)'),
            ]
              .filter((one) => one.checkVisibility() && !one.closest('details:not(.app-fold)'))
              .map((one) => `${one.className} is seen`);
            const broken = [...document.querySelectorAll('.app-table .govuk-tag')]
              .filter((one) => /^\p{Script=Han}{2,4}$/u.test(one.textContent ?? '') && one.getClientRects().length > 1)
              .map((one) => `${one.textContent} is broken`);
            const wide = document.documentElement.scrollWidth > 673 ? ['it is wider than the sheet'] : [];
            return [...seen, ...broken, ...wide];
          })
        ).map((fault) => `${address}: ${fault}`),
      );
      await page.close();
    }
    expect(wrong).toEqual([]);
  });

  test('rows are 40 px high, or 32 for whoever chose so', async () => {
    const page = await browser.tab('security-admin', 'desk', '/accounts');
    const heights = () =>
      page.$$eval('#accounts tbody tr', (rows) => [
        ...new Set(rows.map((row) => Math.round(row.getBoundingClientRect().height))),
      ]);
    expect(Math.min(...(await heights()))).toBe(40);
    await press(page, '.app-density');
    expect(Math.min(...(await heights()))).toBe(32);
    await press(page, '.app-density');
    await page.close();
  });
});
