import type { Page } from 'puppeteer';
import { propose, stage } from '../engine/lifecycle/whole-check';
import { CountyBrowser, discardDraft, fill, press, saveDraft, submit, textOf, valueOf } from './county-browser';
import { checkNumber } from '../engine/lifecycle/check-number';

let site: CountyBrowser;
const number = checkNumber(1);
const check = `joint-check/${number}`;
const answer = `/cases/consultation/${number}-Z1/acts/consultation.draftAnswer`;
const withdraw = `/cases/${check}/acts/jointCheck.withdraw`;

beforeAll(async () => {
  site = await CountyBrowser.open();
  await propose(site.county, number);
  await site.county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });
  await stage(site.county, `consultation/${number}-Z1`, 'open');
});
afterAll(() => site?.close());

const drafts = () => site.county.dataSource.query('SELECT form FROM draft') as Promise<{ form: string }[]>;
const main = (page: Page) => page.$eval('main', (element) => element.textContent ?? '');

test('a form that is half filled in is kept by a button, without script, and is offered to its writer alone', async () => {
  const page = await site.tab('wjw-handler', answer, { script: false });
  await fill(page, '#reasons', '建议错开防汛期');
  await press(page, saveDraft);
  expect(await textOf(page, '.app-confirmation__title')).toContain('草稿已保存');
  expect(await valueOf(page, '#reasons')).toBe('建议错开防汛期');

  const again = await site.tab('wjw-handler', answer, { script: false });
  expect(await valueOf(again, '#reasons')).toBe('建议错开防汛期');
  expect(await main(again)).toContain('已填入您');
  const onCase = await site.tab('wjw-handler', `/cases/consultation/${number}-Z1`);
  expect(await main(onCase)).toContain('您有未提交的草稿');

  for (const other of ['yjj-handler', 'wjw-leader']) {
    for (const path of [answer, `/cases/consultation/${number}-Z1`]) {
      const page = await site.tab(other, path);
      expect(await page.content()).not.toContain('防汛');
      await page.close();
    }
  }
  await press(again, discardDraft);
  expect(await valueOf(again, '#reasons')).toBe('');
  expect(await drafts()).toEqual([]);
});

test('script keeps what is typed when the person turns to something else, and says so', async () => {
  const page = await site.tab('wjw-handler', answer);
  await fill(page, '#reasons', '正在写');
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForFunction(() => document.querySelector('[data-draft-state]')?.textContent?.includes('自动保存'));
  expect((await drafts()).map(({ form }) => form)).toEqual([`consultation.draftAnswer consultation/${number}-Z1`]);
});

test('an act that is done leaves no draft behind, and the answer that went out is read by all', async () => {
  const page = await site.tab('wjw-handler', answer);
  expect(await valueOf(page, '#reasons')).toBe('正在写');
  await page.click('#verdict');
  await fill(page, '#reasons', '同意，建议合并实施');
  await press(page, submit);
  expect(page.url()).toBe(`${site.address}/cases/consultation/${number}-Z1`);
  expect(await drafts()).toEqual([]);
  // Until it is sent, what was drafted is the department's own.
  expect(await main(page)).toContain('建议合并实施');
  const other = await site.tab('yjj-handler', `/cases/consultation/${number}-Z1`);
  expect(await main(other)).not.toContain('合并实施');

  const leader = await site.tab('wjw-leader', `/cases/consultation/${number}-Z1/acts/consultation.sendAnswer`);
  expect(await main(leader)).toContain('建议合并实施');
  await press(leader, submit);
  await other.reload();
  expect(await main(other)).toContain('合并实施');
});

test('a session that ended: the post leads to the sign-in and back to the form with everything that was typed', async () => {
  const page = await site.tab('yjj-handler', answer, { script: false });
  await page.click('#verdict-3');
  await fill(page, '#reasons', '与本局年度计划冲突，请调整时间');
  await site.expire(page);
  await press(page, submit);
  expect(page.url()).toContain('/sign-in');
  expect(await main(page)).toContain('您填写的内容已保存');

  await site.signInOn(page, 'yjj-handler');
  expect(page.url()).toBe(site.address + answer);
  expect(await valueOf(page, '#reasons')).toBe('与本局年度计划冲突，请调整时间');
  expect(await page.$eval('#verdict-3', (radio) => (radio as HTMLInputElement).checked)).toBe(true);
  await press(page, submit);
  expect(page.url()).toBe(`${site.address}/cases/consultation/${number}-Z1`);
});

test('on a shared computer the next person to sign in sees nothing of it', async () => {
  const page = await site.tab('scjg-leader', withdraw, { script: false });
  await fill(page, '#reason', '只有我知道的理由');
  await site.expire(page);
  await press(page, submit);
  const answered = await site.signInOn(page, 'wjw-leader');
  expect(answered?.status()).toBe(403);
  expect(await page.content()).not.toContain('只有我知道');
  await page.goBack();
  expect(await page.content()).not.toContain('只有我知道');

  const own = await site.stranger(withdraw);
  await site.signInOn(own, 'scjg-leader');
  expect(await valueOf(own, '#reason')).toBe('只有我知道的理由');
});

test('a form of an earlier session of the same person is filled in again instead of being thrown away', async () => {
  const page = await site.stranger(withdraw);
  await site.signInOn(page, 'scjg-leader');
  await fill(page, '#reason', '换了会话之后');
  const form = await page.$eval('form.app-form', (element) =>
    new URLSearchParams(
      [...new FormData(element as HTMLFormElement)].map(([key, value]) => [key, String(value)]),
    ).toString(),
  );
  await site.expire(page);
  const later = await site.stranger(withdraw);
  await site.signInOn(later, 'scjg-leader');
  const path = await later.evaluate(
    async (body, action) => (await fetch(action, { method: 'POST', body: new URLSearchParams(body) })).url,
    form,
    withdraw,
  );
  expect(path).toBe(site.address + withdraw);
  await later.goto(site.address + withdraw);
  expect(await valueOf(later, '#reason')).toBe('换了会话之后');
});

test('a token that was not given by us, or is too old, keeps nothing', async () => {
  const before = await drafts();
  const page = await site.stranger('/sign-in');
  const status = await page.evaluate(
    async (action) =>
      (
        await fetch(action, {
          method: 'POST',
          body: new URLSearchParams({ _draft: 'eyJhIjoxfQ.c2ln', reason: '假的' }),
        })
      ).status,
    withdraw,
  );
  expect(status).toBe(403);
  expect(await drafts()).toEqual(before);
});

describe('before a session ends', () => {
  const passed = (page: Page, minutes: number) =>
    page.evaluate((ms) => {
      const clock = Date.now.bind(Date);
      Date.now = () => clock() + ms;
      document.dispatchEvent(new Event('visibilitychange'));
    }, minutes * 60_000);

  test('the page warns, and one press goes on', async () => {
    const page = await site.tab('office-handler', '/');
    await passed(page, 29);
    await page.waitForSelector('dialog[open]', { visible: true });
    expect(await textOf(page, '#session-text')).toContain('1 分钟后将自动退出');
    await page.click('[data-session-extend]');
    await page.waitForSelector('dialog:not([open])');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('who did not see the warning is led to the sign-in and back, with what they had typed', async () => {
    const page = await site.stranger(withdraw);
    await site.signInOn(page, 'scjg-leader');
    await fill(page, '#reason', '离开座位之前写的');
    await site.expire(page);
    await Promise.all([page.waitForNavigation(), passed(page, 31)]);
    expect(await main(page)).toContain('登录已超时');
    await site.signInOn(page, 'scjg-leader');
    expect(page.url()).toBe(site.address + withdraw);
    expect(await valueOf(page, '#reason')).toBe('离开座位之前写的');
  });
});
