import type { ElementHandle } from 'puppeteer';
import type { VisitState } from '../../domain/visit/state';
import { approve, dayIn, draw, propose, stage } from '../engine/lifecycle/whole-check';
import { noteOpening } from '../../services/openings/note-opening';
import { until } from '../engine/lifecycle/until';
import { CountyBrowser } from './county-browser';
import { Keyboard } from './keyboard';
import { ManyDesk, pictures } from './many-desk';
import { answersInTwoPresses } from './two-presses';
import { checkNumber } from '../engine/lifecycle/check-number';

const number = checkNumber(1);
const firms = 40;
const adverse = 4;
const list = (act: string) => `/many/${act}?within=${number}`;
/** The line of 待办 that leads to a list. */
const fromHome = (act: string) => `a[href="${list(act)}"]`;
const send = 'form[data-many] .govuk-button-group:not(.app-many__tools) button';
const tickAll = '[data-many-all]';

let site: CountyBrowser;
let visits: string[];
let officers: string[];

beforeAll(async () => {
  site = await CountyBrowser.open();
  const { county } = site;
  await approve(county, number, { strata: [{ scale: 'general', grade: 'C', count: firms }] });
  // One team goes to every firm of the lead.
  await county.dataSource.query(
    `UPDATE inspector SET duty_status = 'leave' WHERE department = 'SCJG' AND id NOT IN
       (SELECT a.inspector_id FROM account a JOIN inspector i ON i.id = a.inspector_id WHERE i.department = 'SCJG' AND i.duty_status = 'onDuty' ORDER BY a.username LIMIT 2)`,
  );
  visits = await draw(county, number);
  const state = await county.state<VisitState>(visits[0] ?? '');
  officers = await Promise.all((state?.results['SCJG']?.officers ?? []).map((id) => county.officer(id)));
}, 240_000);
afterAll(() => site?.close());

const entries = async (act: string, by?: string): Promise<string[]> =>
  (
    await site.county.dataSource.query<{ id: string }[]>(
      `SELECT subject_id AS id FROM acts WHERE act = $1 AND ($2::text IS NULL OR account = (SELECT id::text FROM account WHERE username = $2)) ORDER BY subject_id`,
      [act, by ?? null],
    )
  ).map(({ id }) => id);

const type = (desk: ManyDesk, selector: string, value: string) =>
  desk.tab.$eval(
    selector,
    (field, words) => {
      (field as HTMLInputElement).value = words;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    value,
  );

test('six dates for six firms are eight presses; a day that the rule refuses is said once, at the field', async () => {
  const desk = await ManyDesk.of(site, 'scjg-handler', '/');
  await desk.go(fromHome('visit.setDate'));
  expect(await desk.count('[data-many-row]')).toBe(firms);
  const rows = (await desk.tab.$$('[data-many-row]')).slice(0, 6);
  const numbers = await Promise.all(rows.map((row) => row.evaluate((one) => one.getAttribute('data-many-row') ?? '')));
  for (const [index, row] of rows.entries()) {
    await type(desk, `#row-${numbers[index]}-date`, dayIn(0));
    await desk.press((await row.$('[data-many-tick]')) as ElementHandle);
  }
  await desk.tab.waitForFunction(
    (id) => document.getElementById(id)?.textContent?.includes('人员相同'),
    {},
    `row-${numbers[1]}-date-marks`,
  );
  await desk.picture('dates');
  await desk.go(send);
  expect(desk.presses).toBeLessThanOrEqual(8);
  expect(await desk.text()).toContain('已办理 6 件');
  expect(await entries('visit.setDate')).toEqual(numbers.map((one) => `visit/${one}`).sort());
  await desk.picture('dates-result');

  await desk.go(`.app-many__outcome a[href="${list('visit.setDate')}"]`);
  await type(desk, '#shared-date', dayIn(300));
  await desk.press(tickAll);
  expect((await desk.go(send))?.status()).toBe(409);
  expect(await desk.count('.govuk-error-summary li')).toBe(1);
  expect(await desk.tab.$eval('.govuk-error-summary li', (line) => line.textContent)).toMatch(
    /须为\d+年\d+月\d+日至\d+年\d+月\d+日/,
  );
  expect(await entries('visit.setDate')).toHaveLength(6);
  await desk.picture('dates-refused');

  // Those that are left stand there, and the day is mended in the same form.
  await type(desk, '#shared-date', dayIn(0));
  await desk.go(send);
  expect(await desk.text()).toContain(`已办理 ${firms - 6} 件`);
  expect(await entries('visit.setDate')).toHaveLength(firms);
}, 180_000);

test('notices go out without script, and what another tab has sent meanwhile is told, not sent twice', async () => {
  const desk = await ManyDesk.of(site, 'scjg-handler', list('visit.issueNotice'), { script: false });
  expect((await desk.go(send))?.status()).toBe(422);
  expect(await desk.text()).toContain('请至少勾选一件');
  await desk.go(tickAll);
  await site.county.act({ by: 'scjg-handler', act: 'visit.issueNotice', on: visits[0] ?? '' });
  expect((await desk.go(send))?.status()).toBe(409);
  expect(await desk.text()).toContain(`已办理 ${firms - 1} 件`);
  expect(await desk.count('.govuk-error-summary li')).toBe(1);
  expect(await entries('visit.issueNotice')).toEqual([...visits].sort());
}, 180_000);

test('forty confirmations are ten presses at most; an adverse row only after it was opened, which is recorded', async () => {
  const [first = '', second = ''] = officers;
  const common = { completedOn: dayIn(0), methods: ['onSite'], signature: 'signed' };
  await enterAll(first, common);
  const desk = await ManyDesk.of(site, second, '/');
  await desk.go(fromHome('visit.confirmResult'));
  expect(await desk.count('[data-many-row]')).toBe(firms);
  const opened = await desk.openAll();
  expect(opened).toHaveLength(adverse);
  await desk.press(tickAll);
  await desk.picture('confirm');
  await desk.go(send);
  expect(desk.presses).toBeLessThanOrEqual(10);
  expect(await desk.text()).toContain(`已办理 ${firms} 件`);
  expect(await entries('visit.confirmResult', second)).toEqual([...visits].sort());
  const recorded: { id: string }[] = await site.county.dataSource.query(
    `SELECT case_id AS id FROM row_opening WHERE act = 'visit.confirmResult' AND account = (SELECT id FROM account WHERE username = $1) ORDER BY 1`,
    [second],
  );
  expect(recorded.map(({ id }) => id)).toEqual(opened.map((one) => `visit/${one}`).sort());
}, 240_000);

test('forty reviews of which four are adverse are twenty presses at most, one of them sent back with its reason', async () => {
  const desk = await ManyDesk.of(site, 'scjg-leader', '/');
  await desk.go(fromHome('visit.reviewResult'));
  // What asks for more than a glance stands first.
  const firstRows = await desk.tab.$$eval('[data-many-row]', (rows) =>
    rows.slice(0, 4).map((row) => row.querySelector('input[data-many-tick]')?.hasAttribute('disabled')),
  );
  expect(firstRows).toEqual([true, true, true, true]);
  const [back = '', ...others] = await desk.openAll();
  expect(others).toHaveLength(adverse - 1);
  expect(await desk.tab.$eval(`#row-${back}`, (row) => row.textContent)).toContain('账簿与年报不符');
  await desk.press(tickAll);
  await desk.press(`#row-${back} [data-many-tick]`);
  await desk.press(`#row-${back}-back`);
  await desk.tab.type(`#row-${back}-reason`, '请写明账簿的年度');
  await desk.picture('review');
  await desk.go(send);
  expect(desk.presses).toBeLessThanOrEqual(20);
  expect(await desk.text()).toContain(`已办理 ${firms} 件`);
  const passed = await Promise.all(
    visits.map(async (id) => (await site.county.state<VisitState>(id))?.results['SCJG']),
  );
  expect(passed.filter((result) => result?.stage === 'reviewed')).toHaveLength(firms - 1);
  expect(passed.find((result) => result?.returned)?.returned?.reason).toBe('请写明账簿的年度');
}, 240_000);

test('publications are ticked where they wait, a problem once opened with what the public will see', async () => {
  const desk = await ManyDesk.of(site, 'scjg-handler', '/publication-queue');
  expect(await desk.count('[data-many-row]')).toBe(firms - 1);
  const opened = await desk.openAll();
  expect(opened).toHaveLength(adverse - 1);
  expect(await desk.tab.$eval(`#row-${opened[0]} .app-many__beside`, (one) => one.textContent)).toContain('公众将看到');
  await desk.press(tickAll);
  await desk.picture('publish');
  await desk.go(send);
  expect(await desk.text()).toContain(`已办理 ${firms - 1} 件`);
  const shown: { name: string }[] = await site.county.dataSource.query('SELECT object_name AS name FROM publication');
  expect(shown).toHaveLength(firms - 1);
}, 240_000);

test('the referrals of an adverse firm are eight presses at most, from 待办 to their sending', async () => {
  const { county } = site;
  const [firm] = await county.dataSource.query<{ visit: string }[]>(
    `SELECT parent_id AS visit FROM official_case WHERE kind = 'referral' ORDER BY id LIMIT 1`,
  );
  const visit = firm?.visit ?? '';
  const handler = await ManyDesk.of(site, 'scjg-handler', '/');
  await handler.go(`a[href="/visits/${visit.split('/')[1]}/referrals"]`);
  expect(await handler.tab.$eval('#facts', (field) => (field as HTMLTextAreaElement).value)).toContain(
    '账簿与年报不符',
  );
  await handler.press('label[for="to-new:jointDiscipline"]');
  await handler.tab.$eval(
    '#legalBasis',
    (field) => ((field as HTMLInputElement).value = '《企业信息公示暂行条例》第十八条'),
  );
  await handler.tab.$eval('#catalogueCode', (field) => ((field as HTMLInputElement).value = '99000000000001'));
  await handler.picture('firm-referrals');
  await handler.go('form.app-form .govuk-button-group button');
  expect(await handler.tab.$eval('body', (body) => body.textContent)).toContain('已填写移送 3 件');
  const leader = await ManyDesk.of(site, 'scjg-leader', '/');
  await leader.go(`a[href="/many/referral.dispatch?within=${visit.split('/')[1]}"]`);
  await leader.press(tickAll);
  await leader.picture('dispatch');
  await leader.go(send);
  expect(handler.presses + leader.presses).toBeLessThanOrEqual(8);
  expect(await leader.text()).toContain('已办理 3 件');
  const sent: { stage: string; kind: string }[] = await county.dataSource.query(
    `SELECT stage, sort AS kind FROM official_case WHERE parent_id = $1 AND stage <> 'draft' ORDER BY sort`,
    [visit],
  );
  expect(sent.map(({ kind }) => kind)).toEqual(['caseUnit', 'jointDiscipline', 'publicCredit']);
  // Each was an act of its own, under a submission of its own.
  const acts: { act: string; submission: string }[] = await county.dataSource.query(
    `SELECT act, submission FROM acts WHERE act IN ('visit.draftReferral', 'referral.amend', 'referral.dispatch') AND subject_id IN (SELECT id FROM official_case WHERE id = $1 OR parent_id = $1)`,
    [visit],
  );
  expect(acts).toHaveLength(7);
  expect(new Set(acts.map(({ submission }) => submission)).size).toBe(7);
}, 240_000);

answersInTwoPresses(() => site, number);

/** Three results of a unit as its leader finds them: confirmed, the first with a problem. */
async function confirmed(department: string): Promise<string[]> {
  const { county } = site;
  const three = visits.slice(0, 3);
  const [item = ''] = await itemsOf(department);
  await Promise.all(
    three.map(async (id, index) => {
      const team = (await county.state<VisitState>(id))?.results[department]?.officers ?? [];
      const [first = '', second = ''] = await Promise.all(team.slice(0, 2).map((officer) => county.officer(officer)));
      const common = { completedOn: dayIn(0), methods: ['onSite'], signature: 'signed' };
      const rows = (await itemsOf(department)).map((one) =>
        one === item ? { item, finding: 'problem', problem: '许可证未悬挂。' } : { item: one, finding: 'inOrder' },
      );
      if (index > 0) await county.act({ by: first, act: 'visit.allInOrder', on: id, input: common });
      else
        await county.act({
          by: first,
          act: 'visit.enterResult',
          on: id,
          input: { ...common, code: 'C', followUp: 'orderCorrection', rows },
        });
      const account = await county.dataSource.query<{ id: string }[]>('SELECT id FROM account WHERE username = $1', [
        second,
      ]);
      await noteOpening(
        county.dataSource,
        { account: account[0]?.id ?? '', caseId: id, act: 'visit.confirmResult', version: 1 },
        new Date(),
      );
      await county.act({ by: second, act: 'visit.confirmResult', on: id });
    }),
  );
  return three.map((id) => id.split('/')[1] ?? '');
}

test('a review batch is done by keyboard alone, and tells how far it is while it is sent', async () => {
  const numbers = await confirmed('YJJ');
  const desk = await ManyDesk.of(site, 'yjj-leader', '/');
  const keys = new Keyboard(desk.tab);
  await keys.go(`a[href="${list('visit.reviewResult')}"]`);
  const [adverseRow = '', ...cleanRows] = numbers;
  await keys.press(`#row-${adverseRow} [data-many-open]`, 'Enter');
  await desk.tab.waitForSelector(`#row-${adverseRow} .app-many__contents`);
  for (const one of [adverseRow, ...cleanRows]) await keys.press(`#row-${one} [data-many-tick]`, 'Space');
  // One case is busy with something else: its act waits, and the person sees that two of three are done.
  const busy = site.county.dataSource.createQueryRunner();
  await busy.startTransaction();
  await busy.query('SELECT 1 FROM official_case WHERE id = $1 FOR UPDATE', [`visit/${cleanRows[0]}`]);
  // A page that is being left answers no question of ours: it tells by itself what it shows.
  const shown: string[] = [];
  await desk.tab.exposeFunction('tellShown', (text: string) => shown.push(text));
  await desk.tab.$eval('[data-many-progress]', (place) => {
    const { tellShown } = window as unknown as { tellShown(text: string | null): void };
    new MutationObserver(() => tellShown(place.textContent)).observe(place, { childList: true });
  });
  const answer = keys.go(send);
  try {
    await until(
      () => Promise.resolve(shown),
      (texts) => texts.some((text) => text.includes('共选 3 件，已办 2 件，尚未办 1 件')),
    );
    if (pictures) await desk.tab.screenshot({ path: `${pictures}/progress.png` });
  } finally {
    await busy.rollbackTransaction();
    await busy.release();
  }
  expect((await answer)?.status()).toBe(200);
  expect(await desk.text()).toContain('已办理 3 件');
  expect(await entries('visit.reviewResult', 'yjj-leader')).toHaveLength(3);
}, 60_000);

test('a review batch is done without script, the row with a problem opened by its button', async () => {
  const [adverseRow = ''] = await confirmed('WJW');
  const desk = await ManyDesk.of(site, 'wjw-leader', list('visit.reviewResult'), { script: false });
  await desk.go(`#row-${adverseRow} [data-many-open]`);
  expect(await desk.tab.$eval(`#row-${adverseRow}`, (row) => row.textContent)).toContain('许可证未悬挂');
  await desk.go(tickAll);
  expect((await desk.go(send))?.status()).toBe(200);
  expect(await desk.text()).toContain('已办理 3 件');
}, 60_000);

test('an answer is written and sent by keyboard alone, and by another unit without script', async () => {
  const { county } = site;
  const check = await propose(county);
  await county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });
  const round = `consultation/${check.slice('joint-check/'.length)}-Z1`;
  await stage(county, round, 'open');
  await until(
    () => county.attempt({ by: 'wjw-liaison', act: 'consultation.handOn', on: round }),
    (outcome) => outcome.kind === 'done',
  );
  await county.act({ by: 'yjj-liaison', act: 'consultation.handOn', on: round });
  const form = `/cases/${round}/acts/consultation.draftAnswer`;
  const button = 'form.app-form .govuk-button-group button:not([name])';

  const keys = new Keyboard(await site.tab('wjw-handler', form));
  await keys.press('input[name="verdict"]', 'Space');
  await keys.tab.keyboard.press('ArrowDown');
  await keys.to('textarea[name="reasons"]');
  await keys.tab.keyboard.type('建议错开旺季');
  await keys.go(button);
  const leader = new Keyboard(await site.tab('wjw-leader', '/many/consultation.sendAnswer'));
  await leader.press('[data-many-open]', 'Enter');
  await leader.tab.waitForSelector('.app-many__contents');
  await leader.press('[data-many-tick]', 'Space');
  expect((await leader.go(send))?.status()).toBe(200);

  const plain = await ManyDesk.of(site, 'yjj-handler', form, { script: false });
  await plain.press('input[name="verdict"][value="agree"]');
  await plain.go(button);
  const second = await ManyDesk.of(site, 'yjj-leader', '/many/consultation.sendAnswer', { script: false });
  await second.press('[data-many-tick]');
  expect((await second.go(send))?.status()).toBe(200);

  const said: { reasons: string | null }[] = await county.dataSource.query(
    `SELECT detail->'input'->>'reasons' AS reasons FROM acts WHERE act = 'consultation.draftAnswer' AND subject_id = $1 ORDER BY id`,
    [round],
  );
  expect(said).toEqual([{ reasons: '建议错开旺季' }, { reasons: null }]);
  for (const by of ['wjw-leader', 'yjj-leader']) expect(await entries('consultation.sendAnswer', by)).toContain(round);
}, 60_000);

/** The items of a unit in the check. */
async function itemsOf(department: string): Promise<string[]> {
  const drawn = await site.county.state<{
    id: string;
    number: string;
    stage: string;
    since: string;
    scheme?: { tasks: { department: string; items: string[] }[] };
  }>(`draw/${number}-C1`);
  return drawn?.scheme?.tasks.find((task) => task.department === department)?.items ?? [];
}

/** The first officer enters every result: four adverse, the others without a problem. */
async function enterAll(by: string, common: Record<string, unknown>): Promise<void> {
  const { county } = site;
  const items = await itemsOf('SCJG');
  const rows = items.map((item, place) =>
    place === 0 ? { item, finding: 'problem', problem: '账簿与年报不符。' } : { item, finding: 'inOrder' },
  );
  const enter = (id: string, index: number) =>
    index < adverse
      ? county.act({
          by,
          act: 'visit.enterResult',
          on: id,
          input: { ...common, code: 'C', followUp: 'caseUnit', rows },
        })
      : county.act({ by, act: 'visit.allInOrder', on: id, input: common });
  for (let from = 0; from < visits.length; from += 8)
    await Promise.all(visits.slice(from, from + 8).map((id, index) => enter(id, from + index)));
}
