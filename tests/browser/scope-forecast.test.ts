import { CountyBrowser, fill, press, textOf, valueOf } from './county-browser';

let site: CountyBrowser;
beforeAll(async () => {
  site = await CountyBrowser.open();
});
afterAll(() => site?.close());

const words = '[data-forecast-words]';
const kind = 'input[name="scheme[scope][kinds][]"][value="cooperative"]';
const active = async (condition: string) =>
  (
    (await site.county.dataSource.query(
      `SELECT count(*)::int AS n FROM check_object WHERE status = 'active' AND ${condition}`,
    )) as { n: number }[]
  )[0]?.n ?? 0;

test('the count follows what is ticked and typed, and the last of it is what stands', async () => {
  const page = await site.tab('scjg-handler', '/new/jointCheck.propose');
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
  await fill(page, '#count-B', '99999');
  const [a, b] = await Promise.all([
    active(`kind = 'cooperative' AND risk_class = 'A'`),
    active(`kind = 'cooperative' AND risk_class = 'B'`),
  ]);
  await page.waitForFunction(
    (selector, said) => document.querySelector(selector)?.textContent?.includes(said),
    {},
    words,
    `将抽取 ${Math.min(1, a) + b} 户`,
  );
  expect(await textOf(page, words)).toContain(`B类（信用风险一般）填了 99,999 户，范围内只有 ${b} 户`);
});

test('when the count does not come the page says so and keeps the form; the button asks again', async () => {
  const page = await site.tab('scjg-handler', '/new/jointCheck.propose');
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

test('without script the button counts, and everything typed is still there', async () => {
  // Somebody who has no draft: what the others left unsent comes back to its writer.
  const page = await site.tab('wjw-handler', '/new/jointCheck.propose', { script: false });
  await page.type('#scheme-title', '合作社部门联合抽查');
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
