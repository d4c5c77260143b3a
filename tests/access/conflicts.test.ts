import { randomUUID } from 'node:crypto';
import { enqueue } from '../../services/exchange/enqueue';
import { park } from '../../services/exchange/park';
import { referralMessage } from '../database/exchange/messages';
import { CountySite } from './county-site';
import { fieldsOf } from './fields-of';
import { sharedRows, tenForms, type Fields } from './ten-forms';

let site: CountySite;
let ids: Awaited<ReturnType<typeof sharedRows>>;
beforeAll(async () => {
  site = await CountySite.open({ performs: true });
  ids = await sharedRows(site);
  // Both officers of the visits sign in.
  await site.county.dataSource.query(`UPDATE account SET inspector_id = $1 WHERE username = 'scjg-inspector-1'`, [
    ids.officer,
  ]);
});
afterAll(() => site?.close());

const forms = tenForms(() => ({ site, rows: ids }));
const one = async (sql: string, parameters: unknown[] = []) =>
  ((await site.county.dataSource.query(sql, parameters)) as Fields[])[0];
const stateOf = async (id: string) => (await one('SELECT state FROM official_case WHERE id = $1', [id]))?.['state'];
const caseId = (kind: string, stage: string) => site.find(kind, stage).id;
const actOn = (kind: string, stage: string, act: string) => `/cases/${caseId(kind, stage)}/acts/${act}`;

const inOrder = (...findings: string[]) => ({
  ...Object.fromEntries(findings.map((finding, index) => [`rows[${index}][finding]`, finding])),
  completedOn: '2026-11-20',
  'methods[]': ['onSite'],
  signature: 'signed',
});

const below = (address: string) => address.split('?')[0] ?? '';
async function opened(by: string, address: string) {
  const page = await (await site.as(by)).get(address);
  expect(page.status).toBe(200);
  return fieldsOf(page.text, below(address));
}
const post = async (by: string, address: string, fields: object) =>
  (await site.as(by)).post(address).type('form').send(fields);

const errorsOf = (html: string) => [...html.matchAll(/<li><a href="#[^"]*">([^<]*)/g)].map(([, text]) => text);

/** How many changes of others the page says there are, and how many it shows. */
const countOf = (html: string) =>
  [...html.matchAll(/修改了 (\d+) 处/g)].reduce((sum, [, count]) => sum + Number(count), 0);
const rowsOfOthers = (html: string) => html.split('<span class="app-line app-table__hint">').length - 1;

/** The conflict page with something pressed on it. */
const pressed = (html: string, address: string, press: string, more: Fields = {}) => ({
  ...fieldsOf(html, below(address)),
  _press: press,
  ...more,
});

describe.each(Object.entries(forms))('%s', (_name, form) => {
  test('who is second sees mine beside theirs, sends once more, and nobody loses anything', async () => {
    const { by, other = by, first, second } = form;
    const address = form.address();
    const early = await opened(by, address);
    const sent = await post(other, address, { ...(await opened(other, address)), ...first });
    expect([sent.status, errorsOf(sent.text)]).toEqual([303, []]);

    const late = await post(by, address, { ...early, ...second });
    expect(late.status).toBe(409);
    expect(late.text).toContain('他人已先作修改');
    expect(late.text).toContain(form.mine);
    expect(late.text).toContain(form.theirs);
    expect(late.text.includes('按所选提交')).toBe(form.collides);
    // Of the row's own bookkeeping, and of names that only the code knows, nobody is told.
    expect(late.text).not.toMatch(/<dt>[a-z_.]+<\/dt>/);
    expect(countOf(late.text)).toBe(rowsOfOthers(late.text));
    if (form.collides) {
      const open = await post(by, address, pressed(late.text, address, 'chosen'));
      expect([open.status, open.text.includes('请选择用哪一个')]).toEqual([422, true]);
      expect(open.text).toContain(form.theirs);
    }
    const done = await post(by, address, pressed(late.text, address, form.collides ? 'mine' : 'chosen'));
    expect([done.status, errorsOf(done.text)]).toEqual([303, []]);
    expect(await form.stands()).toMatchObject(form.expected as object);
  });
});

test('a third change meets the page once more, and what was mixed before is mine now', async () => {
  const address = `/registers/objects/${ids.object}/edit`;
  const save = async (changes: object) =>
    expect(
      (
        await post('office-handler', address, {
          ...(await opened('office-handler', address)),
          reason: '核实',
          ...changes,
        })
      ).status,
    ).toBe(303);
  const early = await opened('scjg-handler', address);
  await save({ phone: '0518-11110001' });
  const once = await post('scjg-handler', address, {
    ...early,
    phone: '0518-22220001',
    legalRepresentative: '第二次写的人',
    reason: '我的理由',
  });
  expect(once.status).toBe(409);
  await save({ phone: '0518-11110002', legalRepresentative: '第三人' });
  const mixed = { '_choice[c0]': 'mixed', '_mixed[c0]': '0518-33330001' };
  const twice = await post('scjg-handler', address, pressed(once.text, address, 'chosen', mixed));
  expect(twice.status).toBe(409);
  for (const words of ['0518-33330001', '0518-11110002', '第二次写的人', '第三人']) expect(twice.text).toContain(words);
  const choices = { '_choice[c0]': 'theirs', '_choice[c1]': 'mine' };
  expect((await post('scjg-handler', address, pressed(twice.text, address, 'chosen', choices))).status).toBe(303);
  expect(
    await one('SELECT phone, legal_representative AS legal FROM check_object WHERE id = $1', [ids.object]),
  ).toEqual({ phone: '0518-33330001', legal: '第三人' });
});

test('who is second with the record of a visit sees both, is told that nothing can be sent any more, and keeps their words as a draft', async () => {
  const address = actOn('visit', 'noticed', 'visit.enterResult');
  const by = 'scjg-inspector-1';
  const early = await opened(by, address);
  const clean = { ...inOrder('inOrder', 'inOrder'), code: '1', followUp: 'none', objectOpinion: '先录的当事人意见' };
  const sent = await post(by, address, { ...early, ...clean, submissionId: randomUUID() });
  expect([sent.status, errorsOf(sent.text)]).toEqual([303, []]);
  const mine = { ...inOrder('inOrder', 'problem'), 'rows[1][problem]': '我看到的问题', code: 'A' };
  const late = await post(by, address, { ...early, ...mine, followUp: 'orderCorrection' });
  expect(late.status).toBe(409);
  for (const words of ['他人已先作修改', '我看到的问题', '先录的当事人意见', '不能再提交'])
    expect(late.text).toContain(words);
  expect(late.text).not.toContain('name="_press"');
  const later = await (await site.as(by)).get(address);
  expect([later.status, later.text.includes('我看到的问题')]).toEqual([409, true]);
});

test('a draft of before, opened on a phone after a colleague acted, opens as the conflict page and is gone once sent', async () => {
  const address = actOn('referral', 'draft', 'referral.amend');
  const by = 'scjg-handler';
  const early = await opened(by, address);
  const kept = await post(by, address, { ...early, facts: '手机上写的事实', _draftCommand: 'save' });
  expect(kept.status).toBe(303);
  const now = await opened(by, address);
  const colleague = { ...now, ...early, _draft: '', _draftBase: '', submissionId: randomUUID() };
  expect((await post(by, address, { ...colleague, facts: '电脑上改的事实' })).status).toBe(303);

  const phone = await (await site.as(by)).get(address);
  expect(phone.status).toBe(409);
  expect(phone.text).toContain('手机上写的事实');
  expect(phone.text).toContain('电脑上改的事实');
  const inForm = await post(by, address, pressed(phone.text, address, 'form', { '_choice[c0]': 'mine' }));
  expect([inForm.status, inForm.text.includes('手机上写的事实</textarea>')]).toEqual([200, true]);
  expect((await post(by, address, pressed(phone.text, address, 'mine'))).status).toBe(303);
  expect(await one('SELECT 1 FROM draft WHERE form LIKE $1', [`referral.amend ${caseId('referral', 'draft')}`])).toBe(
    undefined,
  );
  expect(await stateOf(caseId('referral', 'draft'))).toMatchObject({ facts: '手机上写的事实' });
});

test('a notice for the calendar that was written over an older one keeps the days of both', async () => {
  const address = '/settings/calendar?year=2027';
  const by = 'system-admin';
  const agent = await site.as(by);
  const saved = async (fields: object) => {
    const preview = await post(by, '/settings/calendar', fields);
    const sent = { ...fieldsOf(preview.text, '/settings/calendar'), takingAway: 'true' };
    return [preview, await post(by, '/settings/calendar', sent)] as const;
  };
  const early = fieldsOf((await agent.get(address)).text, '/settings/calendar');
  const source = '国办发明电〔2026〕1号';
  const [, first] = await saved({ ...early, source, days: `${String(early['days'])}\n2027-05-04 放假 青年节` });
  expect(first.status).toBe(303);
  const late = await post(by, '/settings/calendar', {
    ...early,
    source,
    days: `${String(early['days'])}\n2027-06-01 放假 儿童节`,
  });
  expect(late.text).toContain('他人已先作修改');
  expect(late.text).toContain('放假 青年节');
  const [preview, second] = await saved(pressed(late.text, '/settings/calendar', 'chosen'));
  expect(preview.text).not.toContain('name="takingAway"');
  expect(second.status).toBe(303);
  const days = (await site.county.dataSource.query(
    `SELECT date::text AS date FROM calendar_day WHERE date IN ('2027-05-04', '2027-06-01') ORDER BY date`,
  )) as { date: string }[];
  expect(days.map(({ date }) => date)).toEqual(['2027-05-04', '2027-06-01']);
});

test('who is second with the correction of a record that a platform refused sees both, and sends once it is refused again', async () => {
  const { dataSource } = site.county;
  const { id: referral } = site.find('referral', 'draft');
  const message = await dataSource.transaction((manager) =>
    enqueue(manager, { ...referralMessage('conflict', { catalogueCode: undefined }), subjectId: referral }),
  );
  const refuse = () => dataSource.transaction((manager) => park(manager, message.id, 'REFUSED', '目录编码不存在'));
  const by = 'scjg-handler';
  const page = `/connectors/${message.id}`;
  const address = `${page}/acts/correct`;
  const form = async () => fieldsOf((await (await site.as(by)).get(page)).text, address);
  const [early, colleague] = [await form(), await form()];
  const theirs = { 'fields[catalogueCode]': '11111111111111', reason: '同事补的' };
  const mine = { 'fields[catalogueCode]': '22222222222222', reason: '我补的理由' };
  expect((await post(by, address, { ...colleague, ...theirs })).status).toBe(303);

  // On its way: both are shown, and nothing can be sent.
  const gone = await post(by, address, { ...early, ...mine });
  expect(gone.status).toBe(409);
  for (const words of ['他人已先作修改', '11111111111111', '22222222222222', '我补的理由', '不能再提交'])
    expect(gone.text).toContain(words);
  expect(gone.text).not.toContain('name="_press"');

  await refuse();
  const late = await post(by, address, { ...early, ...mine });
  expect(late.status).toBe(409);
  for (const words of ['11111111111111', '22222222222222', '我补的理由']) expect(late.text).toContain(words);
  const open = await post(by, address, pressed(late.text, address, 'chosen'));
  expect([open.status, open.text.includes('请选择用哪一个')]).toEqual([422, true]);
  expect((await post(by, address, pressed(late.text, address, 'mine'))).status).toBe(303);
  const stands = await one(
    `SELECT state, payload->'record'->>'catalogueCode' AS code FROM outbox_message WHERE id = $1`,
    [message.id],
  );
  expect(stands).toEqual({ state: 'queued', code: '22222222222222' });
  const said = (await dataSource.query(
    `SELECT reason FROM acts WHERE act = 'exchange.correct' ORDER BY id`,
  )) as Fields[];
  expect(said.map(({ reason }) => reason)).toEqual(['同事补的', '我补的理由']);
});

test('what the page carries is worth no more than the form: rubbish in it is the form itself, and never an error of ours', async () => {
  const address = `/registers/objects/${ids.object}/edit`;
  const early = await opened('scjg-handler', address);
  for (const _conflict of ['x', 'e30', '%00', 'A'.repeat(5000)]) {
    const answer = await post('scjg-handler', address, { ...early, reason: '核实', _conflict, _opened: _conflict });
    expect([_conflict.slice(0, 5), answer.status < 500]).toEqual([_conflict.slice(0, 5), true]);
  }
});
