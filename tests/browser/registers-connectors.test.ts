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

test('a handler supplies the code that the platform misses: it goes by itself, and the result stays as recorded', async () => {
  const page = await openParked('scjg-handler');
  expect(await main(page)).toContain('FIELD_WRONG');
  expect(await main(page)).toContain('检查结果用语不符');
  expect(await page.$$eval('[id^="fields-"]', (fields) => fields.map(({ id }) => id))).toEqual(['fields-idCode']);
  const code = await page.$eval('#fields-idCode', (field) => (field as HTMLInputElement).value);
  await press(page, `${formOf('correct')} button.govuk-button`);
  expect([await textOf(page, '.govuk-error-summary'), await page.$('#correct-reason')]).toEqual([
    expect.stringContaining('理由'),
    expect.anything(),
  ]);
  await fill(page, '#correct-reason', '核对代码');
  // A character that no database keeps is refused in words, and the record stays as it was.
  await page.$eval('#fields-idCode', (field) => ((field as HTMLInputElement).value = '91\u0000'));
  expect((await press(page, `${formOf('correct')} button.govuk-button`))?.status()).toBe(422);
  expect(await main(page)).toContain('待人工处理');
  // Whoever adds another field to the form changes nothing by it.
  await page.$eval('#fields-idCode', (field) => ((field as HTMLInputElement).name = 'fields[insRes_CN]'));
  await fill(page, '#fields-idCode', '1');
  expect((await press(page, `${formOf('correct')} button.govuk-button`))?.status()).toBe(422);
  expect(await textOf(page, '.govuk-error-summary')).toContain('已记录的结果');
  await fill(page, '#fields-idCode', code);
  await press(page, `${formOf('correct')} button.govuk-button`);
  await awaitState(page, '已报送');
  const held = await receiptNo(await keyOf(page));
  expect(held?.message.record).toMatchObject({ insRes_CN: 'C', idCode: code });
  expect(await main(page)).toContain(held?.receipt.receiptNo);
  expect(await page.$('form.app-form')).toBeNull();
});

test('a parked record is a task of its department, with the platform’s words, and of nobody else', async () => {
  const page = await site.tab('wjw-handler', '/');
  expect(await textOf(page, '#to-do')).toContain('处理未能报送的记录');
  expect(await textOf(page, '#to-do')).toContain('检查结果用语不符');
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewport(viewport);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    if (process.env['PICTURES'])
      await page.screenshot({
        path: `${process.env['PICTURES']}/todo-${viewport.width}.png` as `${string}.png`,
        fullPage: true,
      });
  }
  const other = await site.tab('scjg-handler', '/');
  expect(await textOf(other, 'main')).not.toContain('处理未能报送的记录');
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
