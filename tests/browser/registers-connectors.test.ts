import type { Page } from 'puppeteer';
import { until } from '../engine/lifecycle/until';
import { approve, draw, visit } from '../engine/lifecycle/whole-check';
import { CountyBrowser, fill, press, textOf } from './county-browser';
import { checkNumber } from '../engine/lifecycle/check-number';

const platform = 'public-credit';
let site: CountyBrowser;
beforeAll(async () => {
  site = await CountyBrowser.open();
  await site.county.standIn.behave({
    platform,
    mode: 'refuse',
    times: 3,
    code: 'FIELD_WRONG',
    reason: '检查结果用语不符',
  });
  await approve(site.county, checkNumber(1), { strata: [{ scale: 'general', grade: 'C', count: 1 }] });
  const [first = ''] = await draw(site.county, checkNumber(1));
  await visit(site.county, first);
  await until(
    () => parked(),
    (rows) => rows.length === 3,
  );
});
afterAll(() => site?.close());

const parked = () =>
  site.county.dataSource.query(`SELECT id, department FROM outbox_message WHERE platform = $1 AND state = 'parked'`, [
    platform,
  ]) as Promise<{ id: string; department: string }[]>;
const main = (page: Page) => page.$eval('main', (element) => element.textContent ?? '');
const formOf = (act: string) => `form[action$="/acts/${act}"]`;

/** The one parked message of a department, opened from the list as its handler finds it. */
async function openParked(username: string): Promise<Page> {
  const page = await site.tab(username, '/connectors?state=parked');
  await page.setViewport({ width: 1280, height: 900 });
  const links = await page.$$('#messages tbody th a');
  expect(links).toHaveLength(1);
  await press(page, '#messages tbody th a');
  return page;
}

/** Looks at the page again until the platform has answered. */
async function awaitState(page: Page, words: string): Promise<void> {
  await until(
    async () => {
      await page.reload();
      return main(page);
    },
    (text) => text.includes(words),
  );
}
const receiptNo = async (key: string) =>
  (await site.county.standIn.records(platform)).find((record) => record.key === key);
const keyOf = async (page: Page) =>
  (
    (await site.county.dataSource.query('SELECT key FROM outbox_message WHERE id = $1', [
      page.url().split('/').at(-1),
    ])) as { key: string }[]
  )[0]?.key ?? '';

test('a handler corrects what the platform refused: it goes by itself, and its receipt appears', async () => {
  const page = await openParked('scjg-handler');
  expect(await main(page)).toContain('FIELD_WRONG');
  expect(await main(page)).toContain('检查结果用语不符');
  await fill(page, '#fields-insRes_CN', '公示信息隐瞒真实情况、弄虚作假（责令改正）');
  await press(page, `${formOf('correct')} button.govuk-button`);
  expect([await textOf(page, '.govuk-error-summary'), await page.$('#correct-reason')]).toEqual([
    expect.stringContaining('理由'),
    expect.anything(),
  ]);
  await fill(page, '#correct-reason', '按平台字典改正用语');
  // A character that no database keeps is refused in words, and the record stays as it was.
  await page.$eval('#fields-insRes_CN', (field) => ((field as HTMLInputElement).value = '公示\u0000信息'));
  expect((await press(page, `${formOf('correct')} button.govuk-button`))?.status()).toBe(422);
  expect(await main(page)).toContain('待人工处理');
  await fill(page, '#fields-insRes_CN', '公示信息隐瞒真实情况、弄虚作假（责令改正）');
  await press(page, `${formOf('correct')} button.govuk-button`);
  await awaitState(page, '已报送');
  const held = await receiptNo(await keyOf(page));
  expect(held?.message.record['insRes_CN']).toBe('公示信息隐瞒真实情况、弄虚作假（责令改正）');
  expect(await main(page)).toContain(held?.receipt.receiptNo);
  expect(await page.$('form.app-form')).toBeNull();
});

test('a handler sends again what a platform refused by its own fault: the same record goes', async () => {
  const page = await openParked('wjw-handler');
  await press(page, `${formOf('retry')} button.govuk-button`);
  await awaitState(page, '已报送');
  const held = await receiptNo(await keyOf(page));
  expect(await main(page)).toContain(held?.receipt.receiptNo);
});

test('office and supervisor read what waits and why, and have no button; given up with a reason it stays given up', async () => {
  for (const username of ['office-handler', 'office-director', 'supervisor']) {
    const reading = await openParked(username);
    expect(await main(reading)).toContain('检查结果用语不符');
    expect(await reading.$('main form')).toBeNull();
    await reading.close();
  }
  const page = await openParked('yjj-handler');
  await fill(page, '#giveUp-reason', '平台已停用该目录');
  await press(page, `${formOf('giveUp')} button.govuk-button`);
  expect(await main(page)).toContain('不再报送');
  expect(await receiptNo(await keyOf(page))).toBeUndefined();
  expect(await parked()).toEqual([]);
});
