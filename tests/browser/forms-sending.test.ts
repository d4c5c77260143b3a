import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer';
import { until } from '../engine/lifecycle/until';
import { propose } from '../engine/lifecycle/whole-check';
import { CountyBrowser, fill, press, submit, textOf, valueOf } from './county-browser';
import { checkNumber } from '../engine/lifecycle/check-number';

const patientMs = 12_000;
const hurriedMs = 4_000;

/** While it is closed no act is written down: the case has taken it and cannot answer. */
class Gate {
  /** An answer that cannot come need not be waited for as long as one that is slow. */
  patienceMs = patientMs;
  private open: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  close(): void {
    this.patienceMs = hurriedMs;
    this.open = new Promise((resolve) => (this.release = resolve));
  }

  lift(): void {
    this.patienceMs = patientMs;
    this.release();
  }

  passed(): Promise<void> {
    return this.open;
  }
}

const gate = new Gate();
let site: CountyBrowser;

beforeAll(async () => {
  site = await CountyBrowser.open({
    patienceMs: () => gate.patienceMs,
    wrap: (activities) => ({
      ...activities,
      async judgeAct(...asked) {
        await gate.passed();
        return activities.judgeAct(...asked);
      },
    }),
  });
});
afterAll(() => site?.close());
afterEach(() => gate.lift());

const main = (page: Page) => page.$eval('main', (element) => element.textContent ?? '');
const acts = async (check: string, act: string) =>
  (await site.county.entries(check)).filter((entry) => entry.act === act);
/** Fills in the name of a revised scheme and goes on to 核对, where its reason is asked for. */
async function revise(page: Page, title: string, reason: string): Promise<void> {
  await fill(page, '#scheme-title', title);
  await press(page, 'button[name="_step"][value="review"]');
  await fill(page, '#reason', reason);
}

const formOf = (page: Page) =>
  page.$eval('form.app-form', (element) =>
    new URLSearchParams(
      [...new FormData(element as HTMLFormElement)].map(([key, value]) => [key, String(value)]),
    ).toString(),
  );
const post = (page: Page, action: string, body: string) =>
  page.evaluate(
    async (to, words) => {
      const answer = await fetch(to, { method: 'POST', body: new URLSearchParams(words) });
      return { status: answer.status, url: answer.url, text: await answer.text() };
    },
    action,
    body,
  );

test('a double press, and the same post again later, is one act and leads to the case', async () => {
  const check = await propose(site.county, checkNumber(101));
  const action = `/cases/${check}/acts/jointCheck.withdraw`;
  const page = await site.tab('scjg-leader', action);
  await fill(page, '#reason', '计划有变');
  const form = await formOf(page);
  const answers = await Promise.all([post(page, action, form), post(page, action, form), post(page, action, form)]);
  expect(answers.map(({ url }) => url)).toEqual(answers.map(() => `${site.address}/cases/${check}`));
  expect((await post(page, action, form)).url).toBe(`${site.address}/cases/${check}`);
  expect(await acts(check, 'jointCheck.withdraw')).toHaveLength(1);
});

test('the same page sent again with other words changes nothing and says so', async () => {
  const check = await propose(site.county, checkNumber(102));
  const action = `/cases/${check}/acts/jointCheck.withdraw`;
  const page = await site.tab('scjg-leader', action);
  await fill(page, '#reason', '第一次写的理由');
  const form = new URLSearchParams(await formOf(page));
  await press(page, submit);
  form.set('reason', '回到前一页后改写的理由');
  const again = await post(page, action, form.toString());
  expect(again.status).toBe(409);
  expect(again.text).toContain('此前已经提交并办理过');
  expect(again.text).toContain('回到前一页后改写的理由');
  const [entry] = await acts(check, 'jointCheck.withdraw');
  expect(
    await site.county.dataSource.query('SELECT reason FROM acts WHERE submission = $1', [entry?.submission]),
  ).toEqual([{ reason: '第一次写的理由' }]);
});

test('going back to a form whose act is done shows why it cannot be done again', async () => {
  const check = await propose(site.county, checkNumber(103));
  const page = await site.tab('scjg-leader', `/cases/${check}/acts/jointCheck.withdraw`);
  await fill(page, '#reason', '计划有变');
  await press(page, submit);
  expect(await textOf(page, '.app-confirmation__title')).toContain('已办理');
  await page.goBack();
  await page.reload();
  expect(await page.$('form.app-form')).toBeNull();
  expect(await textOf(page, 'h1')).not.toBe('');
  expect(await main(page)).toContain('错误代码');
});

test('two tabs with the same form: the second is refused with what was typed, a stale version is told and can be sent after looking', async () => {
  const check = await propose(site.county, checkNumber(104));
  const action = `/cases/${check}/acts/jointCheck.revise`;
  const first = await site.tab('scjg-handler', action);
  const second = await site.tab('scjg-handler', action);
  expect(await valueOf(first, '#scheme-title')).toBe('联合抽查的测试');
  await revise(first, '第一页改的名称', '名称有误');
  await revise(second, '第二页改的名称', '另一处也有误');
  await press(first, submit);

  const refused = await press(second, submit);
  expect(refused?.status()).toBe(409);
  expect(await textOf(second, '.govuk-error-summary')).toContain('他人已修改同一内容');
  for (const words of ['第一页改的名称', '第二页改的名称']) expect(await main(second)).toContain(words);
  await press(second, 'button[name="_press"][value="mine"]');
  expect(await textOf(second, 'h1')).toBe('第二页改的名称');
  expect(await acts(check, 'jointCheck.revise')).toHaveLength(2);
});

test('an act that takes longer than the deadline is shown as 受理中 and finds its outcome, done once', async () => {
  const check = await propose(site.county, checkNumber(105));
  const page = await site.tab('scjg-leader', `/cases/${check}/acts/jointCheck.withdraw`, { script: false });
  await fill(page, '#reason', '办得很慢');
  gate.close();
  const answer = await press(page, submit);
  expect(answer?.status()).toBe(202);
  expect(await textOf(page, 'h1')).toBe('已受理，正在办理');
  await press(page, 'main .govuk-button-group a.govuk-button');
  expect(await textOf(page, 'h1')).toBe('已受理，正在办理');
  gate.lift();
  await until(
    () => acts(check, 'jointCheck.withdraw'),
    (entries) => entries.length === 1,
  );
  await press(page, 'main .govuk-button-group a.govuk-button');
  expect(page.url()).toBe(`${site.address}/cases/${check}`);
  expect(await textOf(page, '.app-confirmation__title')).toContain('已办理');
  expect(await site.county.dataSource.query('SELECT form FROM draft WHERE form LIKE $1', [`%${check}`])).toEqual([]);
});

test('an act that was taken and then refused leads back to its form with the reason and the words', async () => {
  const check = await propose(site.county, checkNumber(106));
  const action = `/cases/${check}/acts/jointCheck.revise`;
  const [first, second] = [
    await site.tab('scjg-handler', action, { script: false }),
    await site.tab('scjg-handler', action, { script: false }),
  ];
  await revise(first, '先交的名称', '名称有误');
  await revise(second, '后交的名称', '名称有误');
  gate.close();
  for (const page of [first, second]) expect((await press(page, submit))?.status()).toBe(202);
  gate.lift();
  await until(
    () => acts(check, 'jointCheck.revise'),
    (entries) => entries.length === 1,
  );
  await until(
    () => press(second, 'main .govuk-button-group a.govuk-button').then(() => second.url()),
    (url) => new URL(url).pathname === action,
  );
  expect(await textOf(second, '.govuk-error-summary')).toContain('他人已修改同一内容');
  for (const words of ['先交的名称', '后交的名称']) expect(await main(second)).toContain(words);
});

test('a form that is sent anew after a refusal, under the same name, is shown as 受理中 and not with the old refusal', async () => {
  const check = await propose(site.county, checkNumber(107));
  const action = `/cases/${check}/acts/jointCheck.revise`;
  const page = await site.tab('scjg-handler', action);
  const form = new URLSearchParams(await formOf(page));
  form.set('reason', '名称有误');
  form.set('version', '7');
  expect((await post(page, action, form.toString())).status).toBe(409);
  form.set('version', '1');
  gate.close();
  const sent = await post(page, action, form.toString());
  expect(sent.text).toContain('已受理，正在办理');
  await page.goto(sent.url);
  expect(await textOf(page, 'h1')).toBe('已受理，正在办理');
  gate.lift();
  await until(
    () => page.goto(sent.url).then(() => page.url()),
    (url) => !url.includes('/pending/'),
  );
  expect(page.url()).toBe(`${site.address}/cases/${check}`);
  expect(await acts(check, 'jointCheck.revise')).toHaveLength(1);
});

test('a proposal that takes long is found by whoever sent it, and by nobody else', async () => {
  const page = await site.tab('scjg-handler', '/new/jointCheck.propose');
  const items: { code: string; department: string }[] = await site.county.dataSource.query(
    'SELECT code, department FROM check_item ORDER BY code',
  );
  const item = (department: string) => items.find((candidate) => candidate.department === department)?.code ?? '';
  const form = new URLSearchParams(await formOf(page));
  for (const department of ['SCJG', 'WJW']) form.set(`task[${department}][items][]`, item(department));
  form.set('scheme[title]', '办得很慢的联合抽查');
  for (const grade of 'ABCD') form.delete(`ratio[${grade}][percent]`);
  form.set('ratio[C][count]', '1');
  form.set('scheme[windowFrom]', '2099-01-01');
  form.set('scheme[windowTo]', '2099-02-01');
  gate.close();
  const sent = await post(page, '/new/jointCheck.propose', form.toString());
  expect(sent.text).toContain('已受理，正在办理');
  const address = new URL(sent.url);
  expect(address.pathname).toMatch(/^\/pending\/[0-9a-f-]{36}$/);
  const other = await site.tab('wjw-handler', address.pathname + address.search);
  expect(await main(other)).toContain('NOT_FOUND');
  gate.lift();
  await until(
    () => page.goto(sent.url).then(() => page.url()),
    (url) => !url.includes('/pending/'),
  );
  expect(await textOf(page, 'h1')).toBe('办得很慢的联合抽查');
});

test('with every worker gone nothing is taken, and the same page sends it later, once', async () => {
  // 108 is the proposal that took long.
  const check = await propose(site.county, checkNumber(109));
  const page = await site.tab('scjg-leader', `/cases/${check}/acts/jointCheck.withdraw`);
  await fill(page, '#reason', '服务停了');
  await site.county.stopWorkers();
  gate.patienceMs = hurriedMs;
  const answer = await press(page, submit);
  expect([202, 503]).toContain(answer?.status());
  expect(await main(page)).toMatch(/暂时没有响应|已受理/);
  await site.county.startWorkers();
  gate.patienceMs = patientMs;
  if (answer?.status() === 503) {
    expect(await valueOf(page, '#reason')).toBe('服务停了');
    await press(page, submit);
  }
  await until(
    () => page.goto(`${site.address}/cases/${check}`).then(() => acts(check, 'jointCheck.withdraw')),
    (entries) => entries.length === 1,
  );
});

test('an address of an outcome that was made up tells nothing', async () => {
  for (const key of [randomUUID(), 'no-key', '%00', `${'a'.repeat(8)}-${'-'.repeat(27)}`]) {
    const page = await site.tab('scjg-handler', `/pending/${key}`);
    expect(await main(page)).toContain('NOT_FOUND');
  }
});
