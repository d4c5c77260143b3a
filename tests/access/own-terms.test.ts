import { shiftDay } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { workingDaysBetween } from '../../domain/calendar/working-days';
import { readCalendar } from '../../services/queries/registers/read-calendar';
import { pathTo } from '../../api/paths';
import type { VisitState } from '../../domain/visit/state';
import { CountySite } from './county-site';
import { publish } from './published';
import { roles } from './addresses';
import { written } from './written';
import { processOf } from '../../domain/processes';
import { personById } from '../../services/queries/people/find-person';
import { workCount, workList } from '../../services/queries/cases/work-list';
import { recountOfficeTerms } from '../../services/cases/recount-office-terms';
import { dueDay } from '../../services/facts/due-day';
import { writeCase } from '../../services/cases/write-case';

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

const waitsOf = (id: string) =>
  query(
    `SELECT act, to_char(due, 'YYYY-MM-DD') AS due, pending_year AS year, office_days AS days FROM case_waiting WHERE case_id = $1`,
    [id],
  ) as Promise<{ act: string; due: string | null; year: number | null; days: number | null }[]>;
const writeAgain = (id: string, since: string) => {
  const state = { ...site.cases.find((one) => one.id === id), since } as VisitState;
  return site.county.dataSource.transaction(async (manager) => {
    const [row] = (await manager.query('SELECT version FROM official_case WHERE id = $1', [id])) as {
      version: number;
    }[];
    await writeCase(manager, processOf(id), state, { ...written(since), row });
  });
};

test('nothing that waits is without a term, and no term of the law is the office’s', async () => {
  const [counted] = (await query(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE due IS NULL AND pending_year IS NULL)::int AS undated,
       count(*) FILTER (WHERE office_days IS NOT NULL)::int AS office, count(*) FILTER (WHERE office_days IS NOT NULL AND act LIKE 'consultation.%')::int AS wrong
     FROM case_waiting`,
  )) as Record<string, number>[];
  expect(counted).toMatchObject({ undated: 0, wrong: 0 });
  expect(counted?.['office']).toBeGreaterThan(0);
  expect(counted?.['all']).toBeGreaterThan(counted?.['office'] ?? 0);
});

test('what neither law nor scheme dates is due as long as the office gave on the day since which it waits', async () => {
  const { id } = site.find('draw', 'awaitingFreeze');
  const since = '2026-11-20T02:00:00.000Z';
  const after = async (days: number) => dueDay(site.county.dataSource, '2026-11-20', days);
  expect(await waitsOf(id)).toEqual([{ act: 'draw.freeze', due: '2026-11-27', year: null, days: 5 }]);
  expect(await after(5)).toEqual({ date: '2026-11-27' });
  await query(
    `INSERT INTO setting (key, value, source, version, holds_from) VALUES ('task.workingDays', '9', '会议纪要', 2, '2026-11-21')`,
  );
  await writeAgain(id, since);
  expect(await waitsOf(id)).toMatchObject([{ due: '2026-11-27', days: 5 }]);
  await writeAgain(id, '2026-11-23T02:00:00.000Z');
  expect(await waitsOf(id)).toMatchObject([{ days: 9, due: '2026-12-04' }]);
  // A day off that is published afterwards moves it, and the case's own day with it; another time it moves nothing.
  await query(
    `INSERT INTO calendar_day (date, year, kind, name, notice) VALUES ('2026-12-02', 2026, 'holiday', '测试', '测试')`,
  );
  expect(await recountOfficeTerms(site.county.dataSource)).toBeGreaterThan(0);
  expect(await waitsOf(id)).toMatchObject([{ days: 9, due: '2026-12-07' }]);
  expect(await query(`SELECT to_char(due, 'YYYY-MM-DD') AS due FROM official_case WHERE id = $1`, [id])).toEqual([
    { due: '2026-12-07' },
  ]);
  expect(await recountOfficeTerms(site.county.dataSource)).toBe(0);
  // Counted again it is the same wait: nobody has done anything.
  const ended = () =>
    query(`SELECT 1 FROM ended_waiting WHERE case_id = $1 AND since = $2`, [id, '2026-11-23T02:00:00.000Z']);
  await query(`DELETE FROM calendar_day WHERE date = '2026-12-02'`);
  await writeAgain(id, '2026-11-23T02:00:00.000Z');
  expect(await waitsOf(id)).toMatchObject([{ due: '2026-12-04' }]);
  expect(await ended()).toEqual([]);
  // Where no calendar reaches it waits for one, and is dated once there is one.
  await writeAgain(id, '2026-12-28T02:00:00.000Z');
  expect(await waitsOf(id)).toMatchObject([{ due: null, year: 2027 }]);
  await query(`DELETE FROM setting WHERE key = 'task.workingDays' AND holds_from = '2026-11-21'`);
  await writeAgain(id, since);
});

describe('待办', () => {
  const today = '2026-11-25';
  const personOf = async (username: string) => {
    const [account] = (await query('SELECT id FROM account WHERE username = $1', [username])) as { id: string }[];
    const person = await personById(site.county.dataSource, account?.id ?? '');
    if (!person) throw new Error(`no ${username}`);
    return person;
  };

  test('stands by when it is due, each line in one part, and all of them are what waits', async () => {
    for (const username of Object.values(roles)) {
      const person = await personOf(username);
      const lines = await workList(site.county.dataSource, person, { today });
      const order = ['overdue', 'today', 'week', 'later', 'pending'];
      const places = lines.map(({ when }) => order.indexOf(when));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      for (const { when, due, pendingYear } of lines)
        expect([when, due, pendingYear]).toEqual([
          due === null
            ? 'pending'
            : due < today
              ? 'overdue'
              : due === today
                ? 'today'
                : due <= '2026-11-29'
                  ? 'week'
                  : 'later',
          due,
          due === null ? expect.any(Number) : pendingYear,
        ]);
      const count = await workCount(site.county.dataSource, person, today);
      const open = lines.filter(({ notBefore }) => notBefore === null);
      expect([username, open.reduce((sum, { cases }) => sum + cases, 0)]).toEqual([username, count]);
    }
  });

  test('a visit is an appointment before its day and a task from then on', async () => {
    const visit = site.cases.find(
      (state): state is VisitState =>
        state.id.startsWith('visit/') &&
        state.stage === 'noticed' &&
        (state as VisitState).results['SCJG']?.stage === 'awaitingVisit',
    );
    const officer = await personOf('scjg-inspector-1');
    if (!visit) throw new Error('no visit');
    await query(
      `UPDATE case_waiting SET officer = $2, due = '2026-12-19', not_before = '2026-12-19' WHERE case_id = $1 AND department = 'SCJG' AND act = 'visit.enterResult'`,
      [visit.id, officer.inspector],
    );
    const lineOn = async (day: string) =>
      (await workList(site.county.dataSource, officer, { today: day })).filter(
        ({ act }) => act === 'visit.enterResult',
      );
    const countOn = (day: string) => workCount(site.county.dataSource, officer, day);
    expect((await lineOn('2026-12-18')).find(({ caseId }) => caseId === visit.id)).toMatchObject({
      notBefore: '2026-12-19',
    });
    expect((await lineOn('2026-12-19')).find(({ due }) => due === '2026-12-19')).toMatchObject({
      notBefore: null,
      when: 'today',
    });
    expect((await countOn('2026-12-19')) - (await countOn('2026-12-18'))).toBeGreaterThan(0);
    const { text } = await (await site.as('scjg-inspector-1')).get('/');
    expect(text).toContain('12月19日检查');
  });

  test('is found by words of the check, the firm and the number, and by task', async () => {
    const agent = await site.as('scjg-handler');
    const all = (await agent.get('/')).text;
    expect(all).toMatch(/<h2[^>]*>逾期 <span/);
    const { number } = site.find('draw', 'awaitingFreeze');
    const found = (await agent.get('/').query({ text: number.toLowerCase() })).text;
    expect(found).toContain(number);
    expect(found.split('<tr').length).toBeLessThan(all.split('<tr').length);
    const chip =
      /<a class="app-chips__link"[^>]*href="([^"]*act[^"]*)"[^>]*>([^<]*)<span class="app-chips__count">([\d,]+)</.exec(
        all,
      );
    const chosen = (await agent.get((chip?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))).text;
    const heads = [...chosen.matchAll(/app-work-group__head"[^>]*>[^<]*<span class="app-count-mark">([\d,]+)</g)];
    expect(heads.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(Number(chip?.[3]));
    expect((await agent.get('/').query({ text: '没有这样的事项' })).text).toContain('没有符合条件的待办事项');
  });

  test('names who it came from, and no check to those who may not read it', async () => {
    const stranger = await personOf('sthj-handler');
    for (const line of await workList(site.county.dataSource, stranger, { today }))
      expect(line.rootId === line.caseId || line.rootTitle !== '').toBe(true);
    const lines = await workList(site.county.dataSource, await personOf('scjg-handler'), { today });
    const part = lines.find(({ caseId }) => caseId.startsWith('draw/'));
    expect(part?.rootId).toMatch(/^joint-check\//);
  });
});

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

test('on a phone a case shows first what the reader’s own unit is waited for; what others hold opens by a link', async () => {
  const [row] = (await query(
    `SELECT case_id AS id FROM case_waiting WHERE case_id LIKE 'visit/%' AND department = 'SCJG' ORDER BY case_id LIMIT 1`,
  )) as { id: string }[];
  await query(
    `INSERT INTO case_waiting (case_id, act, capacity, department, since, due)
     SELECT w.case_id, w.act, w.capacity, unit, w.since, w.due FROM case_waiting w, unnest(ARRAY['WJW', 'GAJ', 'YJJ']) unit
     WHERE w.id = (SELECT min(id) FROM case_waiting WHERE case_id = $1 AND department = 'SCJG')`,
    [row?.id],
  );
  const shown = async (username: string) => {
    const { text } = await (await site.as(username)).get(`/cases/${row?.id}`);
    const parties = text.split('<li class="app-waiting__party').slice(1);
    return {
      own: parties.filter((party) => !party.startsWith('--aside') && !party.startsWith(' app-waiting__party--aside')),
      aside: parties.filter((party) => party.startsWith(' app-waiting__party--aside')),
      link: /href="#all-holders">([^<]*)</.exec(text)?.[1],
    };
  };
  const handler = await shown('scjg-handler');
  expect(handler.own.every((party) => party.includes('县市场监督管理局'))).toBe(true);
  expect([handler.own.length > 0, handler.aside.length > 1]).toEqual([true, true]);
  expect(handler.link).toBe(`另有 ${handler.aside.length} 项由其他单位办理`);
  // Whose unit is not among them reads the two that are due first.
  expect((await shown('office-director')).own).toHaveLength(2);
  await query(`DELETE FROM case_waiting WHERE case_id = $1 AND department = ANY(ARRAY['WJW', 'GAJ', 'YJJ'])`, [
    row?.id,
  ]);
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

test('a corrected record says first what it changes, the old struck out; a first version says nothing of the kind', async () => {
  const visit = site.cases.find(
    (state): state is VisitState =>
      state.id.startsWith('visit/') && (state as VisitState).results['SCJG']?.stage === 'reviewed',
  );
  if (!visit) throw new Error('no reviewed result');
  const page = async () => (await (await site.as('scjg-leader')).get(`/cases/${visit.id}`)).text.replace(/\s+/g, ' ');
  expect(await page()).not.toContain('与上一版相比');
  await query(
    `UPDATE result_version SET form = jsonb_set(form || '{"code": "A", "signature": "refused"}', '{rows,0,finding}', '"inOrder"') WHERE visit_id = $1 AND department = 'SCJG' AND version = 0`,
    [visit.id],
  );
  await query(
    `UPDATE result_version SET form = form || '{"code": "E"}' WHERE visit_id = $1 AND department = 'SCJG' AND version > 0`,
    [visit.id],
  );
  const [, changes = ''] = /与上一版相比<\/h4>(.*?)<\/section>/.exec(await page()) ?? [];
  const struck = [...changes.matchAll(/<del[^>]*>(?:<span[^>]*>[^<]*<\/span>)?([^<]*)<\/del>/g)].map(([, was]) => was);
  expect(struck[0]).toContain('发现问题待后续处理');
  expect(changes).toContain('发现问题经责令已改正');
  expect(struck).toHaveLength(3);
  expect(struck.some((was) => was?.startsWith('未发现问题'))).toBe(true);
});
