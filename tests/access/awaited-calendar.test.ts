import { randomUUID } from 'node:crypto';
import { openRound } from '../../domain/consultation/state';
import type { JointCheckState } from '../../domain/joint-check/state';
import { processOf } from '../../domain/processes';
import { writeCase } from '../../services/cases/write-case';
import { dueDay } from '../../services/facts/due-day';
import { roles } from './addresses';
import { CountySite, tokenIn } from './county-site';
import { written } from './written';
import { participant, stranger } from './every-case';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

const said = '个在办事项的期限待定';
const homeOf = async (role: keyof typeof roles) => (await (await site.as(roles[role])).get('/')).text;
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** A round whose answers are due so many working days after a day in December: two letters, one case. */
async function openLate(serial: number, workingDays: number): Promise<void> {
  const check = site.find('joint-check', 'consulting') as JointCheckState;
  const due = await dueDay(site.county.dataSource, '2026-12-21', workingDays);
  const round = openRound({
    check,
    round: serial,
    departments: [participant, stranger],
    silence: 'blocks',
    due,
    term: { from: '2026-12-21', workingDays },
    at: '2026-12-21T02:00:00.000Z',
  });
  await site.county.dataSource.transaction((manager) =>
    writeCase(manager, processOf(round.id), round, written(round.since)),
  );
}

test('a term that ends within the published year makes no task', async () => {
  await openLate(11, 5);
  for (const role of ['officeHandler', 'systemAdministrator'] as const) expect(await homeOf(role)).not.toContain(said);
});

test('a term that crosses into a year without a calendar is a task of the office and of whoever publishes it, and of nobody else', async () => {
  await openLate(12, 20);
  await openLate(13, 30);
  const office = await homeOf('officeHandler');
  expect(words(office)).toContain(`提请公布 2027 年工作日历 2 ${said}`);
  const [keeper] = (await site.county.dataSource.query(`SELECT name FROM account WHERE username = 'system-admin'`)) as {
    name: string;
  }[];
  expect(words(office)).toContain(`由系统管理员公布，请联系：${keeper?.name}`);
  expect(office).not.toContain('/settings/calendar');

  const administrator = await homeOf('systemAdministrator');
  expect(words(administrator)).toContain(`公布 2027 年工作日历 2 ${said}`);
  expect(administrator).toContain('href="/settings/calendar?year&#x3D;2027"');
  for (const role of Object.keys(roles) as (keyof typeof roles)[])
    if (role !== 'officeHandler' && role !== 'systemAdministrator') expect(await homeOf(role)).not.toContain(said);
});

test('it leads to the page where the year is published, and is gone when the calendar is there', async () => {
  const agent = await site.as(roles.systemAdministrator);
  const form = await agent.get('/settings/calendar?year=2027');
  expect(form.text).toMatch(/name="year"[^>]* value="2027"/);
  const send = (fields: object) => agent.post('/settings/calendar').type('form').send(fields);
  const typed = {
    _csrf: tokenIn(form.text),
    submissionId: randomUUID(),
    year: '2027',
    source: '国务院办公厅关于2027年部分节假日安排的通知',
    days: ['2027-01-01 放假 元旦', '2027-05-01 放假 劳动节'].join('\n'),
  };
  const read = await send(typed);
  expect(read.status).toBe(200);
  expect(words(read.text)).toContain('4 个期限变动，其中 0 个保存后即逾期');
  expect(words(read.text)).toContain('待 2027 年日历公布');
  expect(await homeOf('officeHandler')).toContain(said);
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`)
      .exec(read.text)?.[1]
      ?.replaceAll('&quot;', '"')
      .replaceAll('&#x3D;', '=');
  const saved = await send({ ...typed, step: 'save', versions: hidden('versions'), digest: hidden('digest') });
  expect(saved.status).toBe(303);
  for (const role of ['officeHandler', 'systemAdministrator'] as const) expect(await homeOf(role)).not.toContain(said);
});
