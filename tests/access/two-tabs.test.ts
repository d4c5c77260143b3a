import { randomUUID } from 'node:crypto';
import type { VisitState } from '../../domain/visit/state';
import { recordVisits } from '../../services/cases/record-visits';
import { noteOpening } from '../../services/openings/note-opening';
import { Acting } from '../database/cases/acting';
import { CountySite, tokenIn } from './county-site';
import { fieldsOf } from './fields-of';
import { written } from './written';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open({ performs: true });
});
afterAll(() => site?.close());

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

test('two tabs on one form: each keeps its own, both are shown, and dropping one leaves the other', async () => {
  const { id } = site.find('consultation', 'open');
  const address = `/cases/${id}/acts/consultation.draftAnswer`;
  const agent = await site.as('wjw-handler');
  const [one, other] = [await agent.get(address), await agent.get(address)];
  expect(one.status).toBe(200);
  const save = async (page: string, reasons: string) => {
    const answer = await agent
      .post(address)
      .set('Accept', 'application/json')
      .type('form')
      .send({
        _csrf: tokenIn(page),
        _draft: hidden(page, '_draft'),
        _draftBase: hidden(page, '_draftBase'),
        _draftCommand: 'save',
        submissionId: randomUUID(),
        verdict: 'object',
        reasons,
      });
    expect(answer.status).toBe(200);
    return answer.body as { base: string; token: string };
  };
  await save(one.text, '手机上写的理由');
  const kept = await save(other.text, '电脑上写的理由');
  expect(kept.base).toMatch(/^[0-9a-f-]+\.1$/);

  const again = await agent.get(address);
  expect(again.text).toContain('电脑上写的理由');
  expect(again.text).toContain('手机上写的理由');
  expect(again.text).toContain('data-other-draft');
  await agent
    .post(address)
    .type('form')
    .send({ _csrf: tokenIn(again.text), _draftBase: hidden(again.text, '_draftBase'), _draftCommand: 'discard' });
  const left = await agent.get(address);
  expect(left.text).toContain('手机上写的理由');
  expect(left.text).not.toContain('电脑上写的理由');
});

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  site.county.dataSource.query(sql, parameters) as Promise<Row[]>;
const review = '/many/visit.reviewResult';
const by = 'scjg-leader';
/** Visits of one check of which the lead's results wait for review, without a problem. */
let waiting: string[];

async function clean(from: number, count: number): Promise<string[]> {
  const sample = site.cases.find(
    (state): state is VisitState =>
      state.id.startsWith('visit/') &&
      Object.values((state as VisitState).results).some(({ stage }) => stage === 'confirmed'),
  );
  if (!sample) throw new Error('no confirmed result');
  const states = Array.from({ length: count }, (_one, index): VisitState => {
    const number = `320723-2026-L0001-C1-J${String(from + index).padStart(5, '0')}`;
    const results = Object.entries(sample.results).map(([unit, result]) => [
      unit,
      { ...result, code: '1', followUp: 'none' },
    ]);
    const own = Object.fromEntries(results) as VisitState['results'];
    return { ...sample, id: `visit/${number}`, number, results: own };
  });
  await recordVisits(site.county.dataSource, states, written(''));
  const form = { code: '1', followUp: 'none', completedOn: '2026-11-20', methods: ['onSite'], signature: 'signed' };
  const items = await query<{ code: string }>(
    `SELECT code FROM check_item WHERE department = 'SCJG' ORDER BY code LIMIT 2`,
  );
  const rows = items.map(({ code }) => ({ item: code, finding: 'inOrder' }));
  for (const { id } of states)
    await query(
      `INSERT INTO result_version (visit_id, department, version, form, entered_by, entered_at, reason, sha256) VALUES ($1, 'SCJG', 1, $2, 'somebody', now(), NULL, '')`,
      [id, JSON.stringify({ ...form, rows })],
    );
  return states.map(({ number }) => number);
}

const isDone = async (number: string) =>
  (
    await query<{ stage: string }>(
      `SELECT state->'results'->'SCJG'->>'stage' AS stage FROM official_case WHERE number = $1`,
      [number],
    )
  )[0]?.stage === 'reviewed';
const rowOf = (html: string, number: string) =>
  html
    .split('<tbody class="govuk-table__body app-many__row')
    .find((row) => row.includes(`data-many-row="${number}"`)) ?? '';
const ticked = (...numbers: string[]) => Object.fromEntries(numbers.map((number) => [`rows[${number}][tick]`, 'on']));
const count = (html: string) => (html.match(/data-many-row="/g) ?? []).length;
const send = async (who: string, address: string, fields: object) =>
  (await site.as(who)).post(address).type('form').send(fields);
const fieldsAt = async (who: string, address: string) =>
  fieldsOf((await (await site.as(who)).get(address)).text, address.split('?')[0]);

test('催办 at a unit that has not answered is about that unit; an address that names no such unit is about nobody', async () => {
  const agent = await site.as('scjg-handler');
  // Of the rounds in every stage only the open one, of which nothing is answered.
  await query(`UPDATE official_case SET parent_id = NULL WHERE kind = 'consultation' AND stage <> 'open'`);
  await query(`UPDATE official_case SET state = state #- '{answers,WJW}' WHERE number = '320723-2026-L0001'`);
  const board = (await agent.get('/joint-checks/320723-2026-L0001/consultations')).text.replaceAll('&#x3D;', '=');
  const address = /href="([^"]*consultation\.remind[^"]*)"/.exec(board)?.[1] ?? '';
  expect(address).toContain('?department=WJW');
  const chosenAt = async (search: string) => {
    const page = await agent.get(address.replace(/\?.*/, search));
    expect([search, page.status]).toEqual([search, 200]);
    return fieldsOf(page.text, '/cases')['departments[]'] ?? fieldsOf(page.text, '/cases')['departments'];
  };
  expect(await chosenAt('?department=WJW')).toEqual(['WJW']);
  for (const search of ['', '?department=STHJ', '?department=__proto__', '?department[]=WJW'])
    expect([search, await chosenAt(search)]).toEqual([search, undefined]);
});

describe('acts on many cases that a person sent together', () => {
  beforeAll(async () => {
    waiting = await clean(101, 4);
  });

  test('are counted while they are done, are a task once they stand still as long as the setting says, and only what is left is repeated', async () => {
    const [one = '', two = '', silent = '', untouched = ''] = waiting;
    let answer: () => void = () => undefined;
    site.held.set(`visit/${silent}`, new Promise<void>((resolve) => (answer = resolve)));
    const fields = await fieldsAt(by, review);
    const series = String(fields['series']);
    const address = `${review}?series=${series}`;
    // The browser is closed, or the program stopped: nobody reads this answer.
    const sent = send(by, review, { ...fields, ...ticked(one, two, silent) }).then((done) => done);
    const agent = await site.as(by);
    let page = await agent.get(address);
    while (!page.text.includes('已办 2 件')) page = await agent.get(address);
    expect(page.text).toContain('共选 3 件，已办 2 件，尚未办 1 件');
    expect(page.text).toMatch(/<progress[^>]* max="3" value="2"/);
    expect(page.text).not.toContain('data-many-row');

    const home = async (who = by) => (await (await site.as(who)).get('/')).text;
    expect(await home()).not.toContain('没有办完的批量办理');
    const back = (minutes: number) =>
      query(`UPDATE act_series SET sent_at = sent_at - $2 * interval '1 minute' WHERE id = $1`, [series, minutes]).then(
        () =>
          query(`UPDATE act_series_piece SET settled_at = settled_at - $2 * interval '1 minute' WHERE series = $1`, [
            series,
            minutes,
          ]),
      );
    await back(9);
    expect(await home()).not.toContain('没有办完的批量办理');
    await query(`UPDATE setting SET value = '9' WHERE key = 'series.unfinishedMinutes'`);
    expect(await home()).toContain('共选 3 件，已办 2 件，尚未办 1 件');
    await query(`UPDATE setting SET value = '10' WHERE key = 'series.unfinishedMinutes'`);
    await back(1);
    expect(await home()).toContain('共选 3 件，已办 2 件，尚未办 1 件');
    // It is nobody else's.
    for (const who of ['scjg-handler', 'wjw-leader', 'supervisor']) {
      expect([who, (await (await site.as(who)).get(address)).status]).toEqual([who, 404]);
      expect(await home(who)).not.toContain('没有办完的批量办理');
    }

    const left = await agent.get(address);
    expect([left.status, count(left.text)]).toEqual([200, 1]);
    expect(rowOf(left.text, silent)).toContain(' checked');
    expect(left.text).toContain('再办所勾选的');
    site.held.delete(`visit/${silent}`);
    const again = await send(by, review, fieldsOf(left.text, review));
    expect([again.status, again.text.includes('共选 3 件，已办 3 件')]).toEqual([200, true]);
    expect(await Promise.all([one, two, silent, untouched].map(isDone))).toEqual([true, true, true, false]);
    answer();
    await sent;
    expect(await home()).not.toContain('没有办完的批量办理');
    const acts = await query<{ count: number }>(
      `SELECT count(*)::int AS count FROM acts WHERE act = 'visit.reviewResult' AND subject_id = $1`,
      [`visit/${silent}`],
    );
    expect(acts).toEqual([{ count: 1 }]);
  });

  test('of which a colleague did one meanwhile say who did it and when, and ask nothing more of it', async () => {
    const [, , , number = ''] = waiting;
    const fields = await fieldsAt(by, review);
    const other = await fieldsAt(by, review);
    expect((await send(by, review, { ...other, ...ticked(number) })).status).toBe(200);
    const late = await send(by, review, { ...fields, ...ticked(number) });
    expect(late.status).toBe(409);
    const [leader] = await query<{ name: string }>('SELECT name FROM account WHERE username = $1', [by]);
    expect(rowOf(late.text, number)).toContain('最近一次办理');
    expect(rowOf(late.text, number)).toContain(leader?.name);
    const page = await (await site.as(by)).get(`${review}?series=${String(fields['series'])}`);
    expect(page.text).toContain('共选 1 件，已办 0 件，已不需您办 1 件');
    expect(count(page.text)).toBe(0);
  });

  test('laid aside are no task any more, while each case waits as before', async () => {
    const [number = ''] = await clean(111, 1);
    const fields = await fieldsAt(by, review);
    const refused = await send(by, review, {
      ...fields,
      ...ticked(number),
      [`rows[${number}][version]`]: '0',
    });
    expect(refused.status).toBe(409);
    const left = fieldsOf(refused.text, review);
    expect((await send(by, review, { ...left, command: 'layAside' })).status).toBe(303);
    await query(`UPDATE act_series SET sent_at = sent_at - interval '1 day'`);
    expect((await (await site.as(by)).get('/')).text).not.toContain('没有办完的批量办理');
    expect(rowOf((await (await site.as(by)).get(review)).text, number)).not.toBe('');
    expect(
      await query(`SELECT 1 FROM act_series_piece WHERE said IS NOT NULL AND case_id = $1`, [`visit/${number}`]),
    ).toEqual([]);
  });
});

test('what is kept from the public is decided on many: what is adverse first, each only once it was opened, one sent back', async () => {
  const address = '/many/visit.decideWithholding';
  const numbers = await clean(131, 3);
  const [adverse = '', plain = '', back = ''] = [numbers[2], numbers[0], numbers[1]];
  await query(
    `UPDATE official_case SET state = jsonb_set(state, '{results,SCJG}', state->'results'->'SCJG' ||
       jsonb_build_object('stage', 'reviewed', 'publication', 'withholdingProposed', 'code', CASE WHEN number = $2 THEN 'C' ELSE '1' END,
         'withholding', jsonb_build_object('legalBasis', '《保守国家秘密法》第九条', 'proposedBy', 'somebody')))
     WHERE number = ANY($1)`,
    [numbers, adverse],
  );
  await query(
    `UPDATE case_waiting SET act = 'visit.decideWithholding' WHERE case_id = ANY($1) AND act = 'visit.reviewResult' AND department = 'SCJG'`,
    [numbers.map((number) => `visit/${number}`)],
  );
  const page = await (await site.as(by)).get(address);
  const order = [...page.text.matchAll(/data-many-row="([^"]+)"/g)].map(([, number]) => number);
  expect(order[0]).toBe(adverse);
  expect(order).toHaveLength(3);
  expect(page.text).toContain('《保守国家秘密法》第九条');
  for (const number of numbers) expect(rowOf(page.text, number)).toMatch(/data-many-tick[^>]* disabled/);
  const fields = fieldsOf(page.text, '/many');
  const unread = await send(by, address, { ...fields, ...ticked(adverse, plain) });
  expect([unread.status, unread.text.includes('须先展开看过')]).toEqual([422, true]);

  let form: object = fields;
  for (const number of [adverse, plain, back]) {
    const opened = await send(by, address, { ...form, command: `open:${number}` });
    // Beside what is proposed stands what the public would read.
    expect(rowOf(opened.text, number)).toContain('公众将看到');
    form = fieldsOf(opened.text, '/many');
  }
  const returned = { [`rows[${back}][back]`]: 'on', [`rows[${back}][reason]`]: '不属于国家秘密' };
  const done = await send(by, address, { ...form, ...ticked(adverse, plain), ...returned });
  expect([done.status, done.text.includes('已办理 3 件')]).toEqual([200, true]);
  const stands = await query<{ number: string; publication: string }>(
    `SELECT number, state->'results'->'SCJG'->>'publication' AS publication FROM official_case WHERE number = ANY($1) ORDER BY number`,
    [numbers],
  );
  expect(stands).toEqual([
    { number: plain, publication: 'withheld' },
    { number: back, publication: 'awaiting' },
    { number: adverse, publication: 'withheld' },
  ]);
  // The handler who proposes decides nothing.
  expect((await (await site.as('scjg-handler')).get(address)).text).not.toContain('data-many-row');
});

describe('a row that somebody changed while the form was open', () => {
  /** An officer of the team, who signs in by this name. */
  const officer = async (username: string, inspector: string) => {
    await query('UPDATE account SET inspector_id = $2 WHERE username = $1', [username, inspector]);
    return new Acting(site.county).as(username, 'inspector');
  };

  /** The record is sent back, entered anew with a problem, and confirmed. */
  async function enteredAnew(number: string): Promise<void> {
    const people = new Acting(site.county);
    const id = `visit/${number}`;
    const [{ state }] = (await query<{ state: VisitState }>('SELECT state FROM official_case WHERE id = $1', [id])) as [
      { state: VisitState },
    ];
    const [first = '', second = ''] = state.results['SCJG']?.officers ?? [];
    const [{ form }] = (await query<{ form: { rows: object[] } }>(
      `SELECT form FROM result_version WHERE visit_id = $1`,
      [id],
    )) as [{ form: { rows: object[] } }];
    const leader = await people.as(by, 'departmentLeader');
    const rows = form.rows.map((row, index) =>
      index === 0 ? { ...row, finding: 'problem', problem: '账簿与年报不符。' } : row,
    );
    const colleague = await officer('scjg-inspector-2', second);
    const opening = { account: colleague.account, caseId: id, act: 'visit.confirmResult', version: 2 };
    await noteOpening(site.county.dataSource, opening, new Date());
    const done = [
      await people.attempt(leader, 'visit.reviewResult', id, { verdict: 'return', reason: '请核对账簿' }),
      await people.attempt(await officer('scjg-inspector-1', first), 'visit.enterResult', id, {
        ...form,
        rows,
        code: 'A',
        followUp: 'orderCorrection',
      }),
      await people.attempt(colleague, 'visit.confirmResult', id),
    ];
    expect(done.map((one) => (one.kind === 'refused' ? one.code : one.kind))).toEqual(['done', 'done', 'done']);
  }

  test('says who changed what, and is done only once it was opened anew; what was typed stands in it then', async () => {
    const [number = '', other = ''] = await clean(121, 2);
    const fields = await fieldsAt(by, review);
    const back = { [`rows[${other}][back]`]: 'on', [`rows[${other}][reason]`]: '我写的退回理由' };
    await enteredAnew(number);
    await enteredAnew(other);
    const late = await send(by, review, { ...fields, ...ticked(number), ...back });
    expect(late.status).toBe(409);
    const row = rowOf(late.text, number);
    expect(row).toContain('内容有下列变化');
    for (const words of ['账簿与年报不符', '未发现问题', '须重新展开看过']) expect(row).toContain(words);
    expect(row).toMatch(/<del class="app-was">/);
    expect(row).toMatch(/data-many-tick[^>]* disabled/);
    expect(row).not.toContain(' checked');

    // A tick, or a sending back, that the page does not offer.
    const form = fieldsOf(late.text, review);
    const forged = await send(by, review, { ...form, ...ticked(number) });
    expect([forged.status, forged.text.includes('须先展开看过')]).toEqual([422, true]);
    const forgedBack = await send(by, review, { ...form, ...back });
    expect([forgedBack.status, forgedBack.text.includes('须先展开看过')]).toEqual([422, true]);

    const opened = await send(by, review, { ...form, command: `open:${other}` });
    // What was typed of it is there again, and what changed is still said.
    expect(rowOf(opened.text, other)).toContain('我写的退回理由');
    expect(rowOf(opened.text, other)).toContain('内容有下列变化');
    const both = await send(by, review, { ...fieldsOf(opened.text, review), command: `open:${number}` });
    const last = await send(by, review, { ...fieldsOf(both.text, review), ...ticked(number) });
    expect([last.status, last.text.includes('已办理 2 件')]).toEqual([200, true]);
    expect(await Promise.all([number, other].map(isDone))).toEqual([true, false]);
  });

  test.each([
    {
      act: 'consultation.sendAnswer',
      on: () => site.find('consultation', 'open').id,
      leader: 'wjw-leader',
      change: ['wjw-handler', 'departmentHandler', 'consultation.draftAnswer'],
      first: { verdict: 'agree' },
      second: { verdict: 'object', reasons: '同事改写的理由' },
      words: ['同事改写的理由', '不同意'],
    },
    {
      act: 'referral.dispatch',
      on: () => site.find('referral', 'draft').id,
      leader: 'scjg-leader',
      change: ['scjg-handler', 'departmentHandler', 'referral.amend'],
      first: { facts: '原来的事实。', legalBasis: '第十八条', addressee: 'WJW' },
      second: { facts: '同事改写的事实。', legalBasis: '第十八条', addressee: 'WJW' },
      words: ['同事改写的事实。', '原来的事实。'],
    },
  ] as const)('in $act, too, is told field by field and read again before it is done', async (one) => {
    const { act, leader, change, first, second, words } = one;
    const people = new Acting(site.county);
    const [id, number = ''] = [one.on(), one.on().split('/')[1]];
    const handler = await people.as(change[0], change[1]);
    const amended = async (input: object) =>
      expect(await people.attempt(handler, change[2], id, { ...input })).toMatchObject({ kind: 'done' });
    await amended(first);
    const fields = await fieldsAt(leader, `/many/${act}`);
    await amended(second);
    const late = await send(leader, `/many/${act}`, { ...fields, ...ticked(number) });
    expect(late.status).toBe(409);
    for (const said of [...words, '内容有下列变化']) expect(rowOf(late.text, number)).toContain(said);
    const form = fieldsOf(late.text, '/many');
    expect((await send(leader, `/many/${act}`, { ...form, ...ticked(number) })).status).toBe(422);
    const opened = await send(leader, `/many/${act}`, { ...form, command: `open:${number}` });
    const done = await send(leader, `/many/${act}`, { ...fieldsOf(opened.text, '/many'), ...ticked(number) });
    expect([done.status, done.text.includes('已办理 1 件')]).toEqual([200, true]);
  });
});
