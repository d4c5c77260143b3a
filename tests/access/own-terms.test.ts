import { shiftDay } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { workingDaysBetween } from '../../domain/calendar/working-days';
import { readCalendar } from '../../services/queries/registers/read-calendar';
import { pathTo } from '../../api/paths';
import type { VisitState } from '../../domain/visit/state';
import { CountySite } from './county-site';
import { publish } from './published';

let site: CountySite;
const query = (sql: string, parameters: unknown[] = []) => site.county.dataSource.query(sql, parameters);
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

const inWords = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** The row of a case in a list, as text without tags. */
function rowOf(html: string, number: string): string {
  const row = html.split('<tr').find((part) => part.includes(number)) ?? '';
  return row
    .slice(row.indexOf('>') + 1)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('each party is shown with its own term, the late one first, and no unit with another’s', async () => {
  const [round] = (await query(
    `SELECT id, number FROM official_case WHERE kind = 'consultation' AND NOT closed ORDER BY id LIMIT 1`,
  )) as { id: string; number: string }[];
  const { id = '', number = '' } = round ?? {};
  await query('DELETE FROM case_waiting WHERE case_id = $1', [id]);
  const today = shanghaiDay(Date.now());
  const [past, ahead] = [shiftDay(today, -10), shiftDay(today, 10)];
  const calendar = await readCalendar(site.county.dataSource);
  const between = (from: string, to: string) => {
    const counted = workingDaysBetween(calendar, from, to);
    return 'days' in counted ? counted.days : Number.NaN;
  };
  const late = `逾期${between(past, today)}个工作日，${inWords(past)}`;
  const inTime = `还有${between(today, ahead)}个工作日，${inWords(ahead)}`;
  await query(
    `INSERT INTO case_waiting (case_id, act, capacity, department, since, due) VALUES
       ($1, 'consultation.draftAnswer', 'departmentHandler', 'SCJG', $2, $4),
       ($1, 'consultation.handOn', 'departmentLiaison', 'WJW', $2, $3),
       ($1, 'consultation.draftAnswer', 'departmentHandler', 'STHJ', $2, NULL)`,
    [id, shiftDay(today, -20), past, ahead],
  );
  await query(`UPDATE official_case SET due = $2 WHERE id = $1`, [id, past]);
  const agent = await site.as('supervisor');
  const words = async (address: string) => rowOf((await agent.get(address)).text, number);

  const all = await words('/supervision?kind=consultation&standing=overdue');
  const places = [
    `卫生健康委员会 联络员（${late}）`,
    `市场监督管理局 部门经办人（${inTime}）`,
    '灌云生态环境局 部门经办人 ',
  ].map((said) => all.indexOf(said));
  expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
  // The list of one unit: its own term, not the term of the one that is late.
  const own = await words('/supervision?kind=consultation&department=SCJG');
  const [before = '', after = ''] = own.split('灌云生态环境局');
  expect(before.indexOf('市场监督管理局 部门经办人')).toBeLessThan(before.indexOf('卫生健康委员会 联络员'));
  expect(after).toContain(inTime.split('，').join(' '));
  expect(after).not.toContain('逾期');
  expect(await words('/supervision?kind=consultation&standing=overdue&department=SCJG')).toBe('');
  // The same in what is taken away, and on the page of the case.
  const csv = (await agent.get('/supervision?kind=consultation&department=SCJG&format=csv')).text;
  expect(csv.split('\n').find((line) => line.includes(number))).toContain(`,${ahead},`);
  const [, kind, rest] = ['', ...id.split('/')];
  expect((await agent.get(`/supervision/${kind}/${rest}`)).text).toContain(late);
});

test('while a correction runs, case, list and queue say what the public sees and what is on its way', async () => {
  const visit = site.cases.find(
    (state): state is VisitState =>
      state.id.startsWith('visit/') && (state as VisitState).results['SCJG']?.stage === 'reviewed',
  );
  if (!visit) throw new Error('no reviewed result');
  await publish(site, 'SCJG', { at: '2026-11-20T02:00:00.000Z', version: 1, code: 'A' });
  await query(
    `UPDATE visit_result SET result_version = 2, code = '1', publication = 'awaiting' WHERE visit_id = $1 AND department = 'SCJG'`,
    [visit.id],
  );
  const agent = await site.as('scjg-handler');
  const said = [
    /公众现在看到：第1版，(A )?发现问题待后续处理，2026年11月20日公示/,
    /在办的更正：第2版，(1 )?未发现问题，已审核/,
  ];
  for (const address of [
    `/cases/${visit.id}`,
    pathTo('visitsOfCheck', { number: visit.checkNumber, text: '' }),
    pathTo('publicationQueue'),
  ]) {
    const { text } = await agent.get(address);
    for (const words of said) expect([address, words.test(text)]).toEqual([address, true]);
  }
});
