import type { Page } from 'puppeteer';
import type { VisitState } from '../../domain/visit/state';
import { approve, dayIn, draw } from '../engine/lifecycle/whole-check';
import { CountyBrowser, press, submit } from './county-browser';
import { checkNumber } from '../engine/lifecycle/check-number';

const number = checkNumber(1);
const page = (act: string) => `/joint-checks/${number}/many/${act}`;
let site: CountyBrowser;
let visits: string[];

beforeAll(async () => {
  site = await CountyBrowser.open();
  await approve(site.county, number, { strata: [{ scale: 'general', grade: 'C', count: 4 }] });
  visits = await draw(site.county, number);
});
afterAll(() => site?.close());

async function desk(username: string, path: string, options?: { script: boolean }): Promise<Page> {
  const tab = await site.tab(username, path, options);
  await tab.setViewport({ width: 1280, height: 900 });
  return tab;
}

const entriesOf = async (act: string): Promise<string[]> =>
  (
    await site.county.dataSource.query<{ id: string }[]>(
      'SELECT subject_id AS id FROM acts WHERE act = $1 ORDER BY subject_id',
      [act],
    )
  ).map(({ id }) => id);
const stages = async () => Promise.all(visits.map(async (id) => (await site.county.state<VisitState>(id))?.stage));

test('the lead sets one day for all visits from 待办, and each visit has its own entry', async () => {
  const tab = await desk('scjg-handler', '/');
  await tab.$eval(`a[href="${page('visit.setDate')}"]`, (link) => (link as HTMLAnchorElement).click());
  await tab.waitForNavigation();
  await tab.click('input[data-select-all="cases"]');
  await tab.$eval('#date', (field, day) => ((field as HTMLInputElement).value = day), dayIn(1));
  await press(tab, submit);
  expect(tab.url()).toContain(`/cases/joint-check/${number}`);
  expect(await tab.$eval('main', (main) => main.textContent)).toContain('已办理 4 户');
  expect(await stages()).toEqual(['scheduled', 'scheduled', 'scheduled', 'scheduled']);
  expect(await entriesOf('visit.setDate')).toEqual([...visits].sort());
});

test('a department’s wish for another day stands beside its visit, because one form for all would pass over it', async () => {
  await site.county.act({
    by: 'yjj-handler',
    act: 'visit.askOtherDate',
    on: visits[0] ?? '',
    input: { wanted: dayIn(3), reason: '当日有安全生产例会' },
  });
  await site.county.act({
    by: 'yjj-handler',
    act: 'visit.askOtherDate',
    on: visits[1] ?? '',
    input: { wanted: dayIn(3), reason: '当日有安全生产例会' },
  });
  const tab = await desk('scjg-handler', page('visit.setDate'));
  expect(await tab.$$('input[name="cases"]')).toHaveLength(2);
  expect(await tab.$eval('main', (main) => main.textContent)).toContain('县应急管理局希望改为');
  expect(await tab.$eval('main', (main) => main.textContent)).toContain('当日有安全生产例会');
  for (const id of visits.slice(0, 2))
    await site.county.act({ by: 'scjg-handler', act: 'visit.setDate', on: id, input: { date: dayIn(3) } });
});

test('nothing chosen, or a day that the rule refuses, is said firm by firm; nothing is done and the ticks stay', async () => {
  await site.county.act({ by: 'scjg-handler', act: 'visit.issueNotice', on: visits[3] ?? '' });
  const tab = await desk('scjg-handler', page('visit.issueNotice'), { script: false });
  expect(await tab.$$('input[name="cases"]')).toHaveLength(3);
  expect((await press(tab, submit))?.status()).toBe(422);
  expect(await tab.$eval('.govuk-error-summary', (box) => box.textContent)).toContain('请至少选择一户');

  // Another tab has sent one of them meanwhile: the other two are done, that one is explained.
  await tab.goto(site.address + page('visit.issueNotice'));
  for (const box of await tab.$$('input[name="cases"]')) await box.click();
  await site.county.act({ by: 'scjg-handler', act: 'visit.issueNotice', on: visits[0] ?? '' });
  expect((await press(tab, submit))?.status()).toBe(409);
  expect(await tab.$$('.govuk-error-summary li')).toHaveLength(1);
  expect(await tab.$eval('main', (main) => main.textContent)).toContain('已办理 2 户');
  expect(await stages()).toEqual(['noticed', 'noticed', 'noticed', 'noticed']);
  expect(await entriesOf('visit.issueNotice')).toEqual([...visits].sort());
});

test('a department that does not lead finds nothing to choose, and what it sends all the same is refused for every visit', async () => {
  const tab = await desk('wjw-handler', page('visit.setDate'));
  expect(await tab.$('input[name="cases"]')).toBeNull();
  const token = await tab.$eval('input[name="_csrf"]', (field) => (field as HTMLInputElement).value);
  const { status, text } = await tab.evaluate(
    async (address, body) => {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });
      return { status: answer.status, text: await answer.text() };
    },
    page('visit.setDate'),
    new URLSearchParams([
      ['_csrf', token],
      ['date', dayIn(2)],
      ...visits.flatMap((id): [string, string][] => {
        const number = id.split('/')[1] ?? '';
        return [
          ['cases', number],
          [`versions[${number}]`, '1'],
        ];
      }),
    ]).toString(),
  );
  expect(status).toBe(409);
  expect(text).toContain('已办理 0 户');
  expect(await entriesOf('visit.setDate')).toHaveLength(6);
});

test('an act that is not said of many has no such page', async () => {
  const tab = await desk('scjg-handler', '/');
  const answer = await tab.goto(site.address + page('visit.reviewResult'));
  expect(answer?.status()).toBe(404);
  expect(await tab.$('input[name="cases"]')).toBeNull();
});
