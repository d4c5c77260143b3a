import request from 'supertest';
import type { ReferralState } from '../../domain/referral/state';
import type { ResultState, VisitState } from '../../domain/visit/state';
import { Acting } from '../database/cases/acting';
import { CountySite } from './county-site';
import { publish } from './published';

let site: CountySite;
let visit: VisitState;
let form: Record<string, unknown>;
beforeAll(async () => {
  site = await CountySite.open({ performs: true });
  visit = site.cases.find(
    (state): state is VisitState =>
      state.id.startsWith('visit/') && (state as VisitState).results['SCJG']?.stage === 'reviewed',
  ) as VisitState;
  const items = await query<{ code: string }>(
    `SELECT e->>'code' AS code FROM official_case c, jsonb_array_elements(c.state->'items') e WHERE c.id = $1 AND e->>'department' = 'SCJG'`,
    [visit.check],
  );
  form = {
    code: '1',
    followUp: 'none',
    completedOn: visit.results['SCJG']?.completedOn ?? '',
    methods: ['onSite'],
    signature: 'signed',
    rows: items.map(({ code }) => ({ item: code, finding: 'inOrder' })),
    reason: '日期有误，核对现场记录后更正',
    publicNote: '登记有误，现予更正。',
    errorEstablishedOn: '2026-11-30',
    registerNote: '登记状态已经核对',
    earlyReason: '企业要求提前检查',
  };
  // Public since its review, with a follow-up that runs.
  await set({ publication: 'published', publishedVersion: 1, disposition: 'open' });
  await publish(site, 'SCJG', { at: '2026-11-25T02:00:00.000Z', visit: visit.id });
});
afterAll(() => site?.close());

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  site.county.dataSource.query(sql, parameters) as Promise<Row[]>;
const stateNow = async () =>
  (await query<{ state: VisitState }>('SELECT state FROM official_case WHERE id = $1', [visit.id]))[0]?.state;
const result = async () => (await stateNow())?.results['SCJG'] as ResultState;
const set = async (changes: Partial<ResultState>) =>
  query(
    `UPDATE official_case SET state = jsonb_set(state, '{results,SCJG}', state->'results'->'SCJG' || $2) WHERE id = $1`,
    [visit.id, JSON.stringify(changes)],
  );
const nameOf = async (username: string) =>
  (await query<{ name: string }>('SELECT name FROM account WHERE username = $1', [username]))[0]?.name ?? '';
/** The two officers of the team, by user name. */
const team = async () =>
  (
    await query<{ username: string }>(
      'SELECT username FROM account WHERE inspector_id = ANY($1::uuid[]) ORDER BY username',
      [visit.results['SCJG']?.officers],
    )
  ).map(({ username }) => username) as [string, string];
const act = async (who: string, name: string, on: string, input: object, key: string) =>
  request(site.app)
    .post(`/api/v1/acts/${name}`)
    .set('Authorization', `Bearer ${await site.token(who)}`)
    .set('Idempotency-Key', key)
    .send({ case: on, input });

test('of two who correct one published result at once one is second, and learns who raised it and when', async () => {
  const officers = await team();
  const version = (await result()).version;
  const acting = new Acting(site.county);
  const people = await Promise.all(officers.map((name) => acting.as(name, 'inspector')));
  const outcomes = await Promise.all(
    people.map((person) => acting.attempt(person, 'visit.correctResult', visit.id, { ...form, version })),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  expect((await result()).version).toBe(version + 1);
  const second = officers[outcomes.findIndex(({ kind }) => kind === 'refused')] ?? '';
  const first = officers.find((name) => name !== second) ?? '';
  const raisedBy = await nameOf(first);

  // By the version that she had before her, by the one that stands, and by opening the form.
  const late = await act(second, 'visit.correctResult', visit.id, { ...form, version }, 'late-second');
  expect([late.status, late.body]).toMatchObject([409, { code: 'STALE_VERSION', current: version + 1 }]);
  const known = await act(second, 'visit.correctResult', visit.id, { ...form, version: version + 1 }, 'known-second');
  expect([known.status, known.body]).toMatchObject([409, { code: 'CORRECTION_RUNNING' }]);
  for (const { body } of [late, known] as { body: { first: { at: string } } }[]) {
    expect(body.first).toMatchObject({ act: 'visit.correctResult', by: raisedBy, department: 'SCJG' });
    expect(Math.abs(Date.now() - Date.parse(body.first.at))).toBeLessThan(600_000);
  }
  const page = await (await site.as(second)).get(`/cases/${visit.id}/acts/visit.correctResult`);
  expect(page.status).toBe(409);
  expect(page.text).toContain('本结果的更正正在办理');
  expect(page.text).toMatch(new RegExp(`${raisedBy}已于2026年[^<]*办理“[^<]*更正`));
  // Case and form of the leader who would withdraw meanwhile say it, too.
  for (const [who, address] of [
    [second, `/cases/${visit.id}`],
    ['scjg-leader', `/cases/${visit.id}/acts/visit.withdrawPublication`],
  ] as const) {
    const text = (await (await site.as(who)).get(address)).text;
    expect([address, text.includes('在办的更正'), text.includes(`${raisedBy}于2026年`)]).toEqual([address, true, true]);
  }
});

test('whoever sends a referral reads that its result is being corrected, and of a withdrawal', async () => {
  const { id } = site.find('referral', 'draft');
  await query(
    `UPDATE official_case SET parent_id = $2, state = state || jsonb_build_object('visit', $2::text, 'addressee', 'WJW') WHERE id = $1`,
    [id, visit.id],
  );
  const pages = async (who: string) =>
    Promise.all(
      [`/cases/${id}`, `/cases/${id}/acts/referral.dispatch`, '/many/referral.dispatch'].map(
        async (address) => (await (await site.as(who)).get(address)).text,
      ),
    );
  for (const text of await pages('scjg-leader')) expect(text).toContain('在办的更正');
  await query(`UPDATE visit_result SET publication = 'withdrawn' WHERE visit_id = $1 AND department = 'SCJG'`, [
    visit.id,
  ]);
  for (const text of await pages('scjg-leader')) expect(text).toContain('该结果的公示已撤回');
  // The office reads the case, and nothing of what the sender is told besides.
  expect((await pages('office-director'))[0]).not.toContain('该结果的公示已撤回');
  await query(`UPDATE official_case SET closed = true WHERE id = $1`, [id]);
});

test('of two withdrawals of one publication the second says who withdrew', async () => {
  await set({
    publication: 'published',
    publishedVersion: (await result()).version,
    stage: 'reviewed',
    publishTerm: undefined,
  });
  const said = { reason: '对象登记有误，先行撤回', publicNote: '登记有误，现予撤回。' };
  const turn = (await result()).turn ?? 0;
  expect(
    (await act('scjg-leader', 'visit.withdrawPublication', visit.id, { ...said, version: turn }, 'withdraw-1')).status,
  ).toBe(200);
  const again = await act(
    'scjg-leader',
    'visit.withdrawPublication',
    visit.id,
    { ...said, version: turn + 1 },
    'withdraw-2',
  );
  expect([again.status, again.body]).toMatchObject([
    409,
    { code: 'NOT_PUBLISHED', first: { act: 'visit.withdrawPublication', by: await nameOf('scjg-leader') } },
  ]);
  const page = await (await site.as('scjg-leader')).get(`/cases/${visit.id}/acts/visit.withdrawPublication`);
  expect(page.text).toContain(`${await nameOf('scjg-leader')}已于2026年`);
});

test('whoever names another officer to confirm reads who was named before, by whom and when', async () => {
  await set({ stage: 'entered', version: 1, substitute: undefined });
  const [spare, other] = await query<{ id: string; name: string }>(
    `SELECT id, name FROM inspector WHERE department = 'SCJG' AND duty_status = 'onDuty' AND id <> ALL($1::uuid[]) ORDER BY staff_no LIMIT 2`,
    [visit.results['SCJG']?.officers],
  );
  const name = async (officer: string | undefined, key: string) => {
    const version = (await result()).turn ?? 0;
    const reason = '原第二名检查人员病假';
    return act('scjg-leader', 'visit.nameSubstitute', visit.id, { officer, reason, version }, key);
  };
  expect((await name(spare?.id, 'substitute-1')).status).toBe(200);
  const page = await (await site.as('scjg-leader')).get(`/cases/${visit.id}/acts/visit.nameSubstitute`);
  expect(page.text).toMatch(
    new RegExp(`${spare?.name}，${await nameOf('scjg-leader')}于2026年[^<]*指定。理由：原第二名`),
  );
  expect((await name(spare?.id, 'substitute-2')).body).toMatchObject({ code: 'OFFICER_ALREADY_ASSIGNED' });
  expect((await name(other?.id, 'substitute-3')).status).toBe(200);
});

describe('a result goes to one receiver by one referral', () => {
  const draft = async (kind: object, key: string) => {
    const turn = (await result()).turn ?? 0;
    return act('scjg-handler', 'visit.draftReferral', visit.id, { ...kind, version: turn }, key);
  };
  const open = () =>
    query<{ state: ReferralState }>(
      `SELECT state FROM official_case WHERE kind = 'referral' AND NOT closed AND parent_id = $1 AND state->>'department' = 'SCJG' ORDER BY id`,
      [visit.id],
    );

  test('begun again it is refused with the number of the one that is there', async () => {
    await set({ stage: 'reviewed', disposition: 'open' });
    expect((await draft({ kind: 'crossNotice', addressee: 'WJW' }, 'refer-wjw-1')).status).toBe(200);
    const again = await draft({ kind: 'crossNotice', addressee: 'WJW' }, 'refer-wjw-2');
    const [first] = await open();
    expect([again.status, again.body]).toMatchObject([
      409,
      { code: 'REFERRAL_RUNNING', referral: first?.state.number },
    ]);
    expect((await draft({ kind: 'crossNotice', addressee: 'STHJ' }, 'refer-sthj')).status).toBe(200);
  });

  test('two drafts that are given one receiver at once do not both get it', async () => {
    // Drafts of before, whose receiver nobody named.
    await query(
      `UPDATE official_case SET addressee = NULL, state = state - 'addressee' WHERE kind = 'referral' AND parent_id = $1`,
      [visit.id],
    );
    const drafts = (await open()).map(({ state }) => state.id);
    expect(drafts).toHaveLength(2);
    const acting = new Acting(site.county);
    const handler = await acting.as('scjg-handler', 'departmentHandler');
    const text = { addressee: 'XFJY', facts: '通道长期堵塞', legalBasis: '消防法第二十八条' };
    const outcomes = await Promise.all(drafts.map((id) => acting.attempt(handler, 'referral.amend', id, text)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({ code: 'REFERRAL_RUNNING' });
    const late = drafts[outcomes.findIndex(({ kind }) => kind === 'refused')] ?? '';
    const answer = await act('scjg-handler', 'referral.amend', late, { ...text, version: 0 }, 'amend-late');
    expect(answer.body).toMatchObject({
      code: 'REFERRAL_RUNNING',
      first: { act: 'referral.amend', by: await nameOf('scjg-handler') },
    });
  });
});
