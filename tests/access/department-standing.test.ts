import { shiftDay } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { roles } from './addresses';
import { CountySite } from './county-site';

let site: CountySite;
const today = shanghaiDay(new Date());
beforeAll(async () => {
  site = await CountySite.open();
  // Two cases wait for WJW past their term, one of them in two ways; what waits until today is not late.
  const [first, second, third] = site.cases.filter(({ id, stage }) => id.startsWith('visit/') && stage === 'noticed');
  await site.county.dataSource.query('UPDATE case_waiting SET due = NULL');
  for (const [index, state] of [first, second].entries())
    await site.county.dataSource.query(`UPDATE case_waiting SET due = $2 WHERE case_id = $1 AND department = 'WJW'`, [
      state?.id,
      shiftDay(today, -1 - index),
    ]);
  await site.county.dataSource.query(`UPDATE case_waiting SET due = $2 WHERE case_id = $1 AND department = 'SCJG'`, [
    third?.id,
    today,
  ]);
  await site.county.dataSource.query(
    'UPDATE official_case c SET due = (SELECT min(w.due) FROM case_waiting w WHERE w.case_id = c.id)',
  );
});
afterAll(() => site?.close());

const page = async (role: keyof typeof roles, address: string) =>
  (await (await site.as(roles[role])).get(address)).text;
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Of each department: what the table says, and where its figures lead. */
function standingOf(html: string) {
  const table = /id="departments"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
  return [...table.matchAll(/<tr class="govuk-table__row"[^>]*>\s*<th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => {
    const [, name = '', overdue = '', open = ''] = /^(\S+) (\d+) (\d+)$/.exec(plain(row)) ?? [];
    const links = [...row.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
    );
    return { name, overdue: Number(overdue), open: Number(open), links };
  });
}
const totalOf = (html: string) => Number(/共 ([\d,]+) 件/.exec(html)?.[1]?.replaceAll(',', ''));

test.each(['officeHandler', 'officeDirector', 'supervisor'] as const)(
  '%s reads what each department is late with and has under way, and every figure is the length of its list',
  async (role) => {
    const standing = standingOf(await page(role, '/'));
    expect(standing[0]).toMatchObject({ name: '县卫生健康委员会', overdue: 2 });
    expect(standing.filter(({ overdue }) => overdue > 0)).toHaveLength(1);
    expect(standing.find(({ name }) => name === '县市场监督管理局')).toMatchObject({ overdue: 0 });
    for (const { overdue, open, links } of standing) {
      expect(links).toHaveLength([overdue, open].filter((count) => count > 0).length);
      for (const href of links)
        expect(`${href} ${totalOf(await page(role, href))}`).toBe(
          `${href} ${href.includes('standing=overdue') ? overdue : open}`,
        );
    }
  },
);

test('nobody else is told how other departments stand', async () => {
  for (const role of Object.keys(roles) as (keyof typeof roles)[])
    if (!['officeHandler', 'officeDirector', 'supervisor'].includes(role))
      expect(standingOf(await page(role, '/'))).toEqual([]);
});

test('a supervisor, for whom nothing ever waits, is told where to look and led there', async () => {
  const html = await page('supervisor', '/');
  expect(html).toContain('监督人员不办理具体事项');
  expect(html.replaceAll('&#x3D;', '=')).toContain('href="/supervision?standing=overdue"');
  expect(totalOf(await page('supervisor', '/supervision?standing=overdue'))).toBe(2);
  expect(await page('officeDirector', '/')).not.toContain('监督人员不办理具体事项');
});

test('the list of all kinds keeps to what a reader may see, whatever the address says', async () => {
  const html = await page('strangerHandler', '/cases?kind=all&department=SCJG');
  expect(totalOf(html)).toBe(0);
  expect(totalOf(await page('officeHandler', '/cases?kind=all&department=SCJG'))).toBeGreaterThan(0);
  expect(totalOf(await page('officeHandler', '/cases?kind=all&department=nothing'))).toBe(0);
});
