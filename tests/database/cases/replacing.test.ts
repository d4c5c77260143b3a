import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeSha256 } from '../../../connectors/node-sha256';
import type { Actor } from '../../../domain/actor';
import { drawFrom } from '../../../domain/draw/formula/perform-draw';
import { readPool } from '../../../domain/draw/formula/pool';
import { checkReplacements } from '../../../domain/draw/formula/replacements';
import { openDraw } from '../../../domain/draw/state';
import { Scheme } from '../../../domain/joint-check/scheme';
import type { ResultState, VisitState } from '../../../domain/visit/state';
import { readBundleFiles } from '../../../services/draw/bundle-files';
import { writeResults } from '../../../services/books/visit/results';
import { visitFacts } from '../../../services/books/visit/paper-facts';
import { drawnVisits } from '../../../services/draw/drawn-visits';
import { poolOf } from '../../../services/draw/pool-of';
import { officersOn } from '../../../services/facts/officers-on';
import { checkCounts } from '../../../services/queries/cases/check-counts';
import { leavingDepartments, visitsBefore } from '../../../services/queries/cases/leaving-departments';
import { officersOf } from '../../../services/queries/cases/visit-view';
import { accountsAwaited, loadedWithoutAccount } from '../../../services/queries/people/accounts-awaited';
import { tasksOfAccount } from '../../../services/queries/people/tasks-of-account';
import { changeAccount } from '../../../services/people/change-account';
import { commandOf, refusal } from '../registers/at-the-desk';
import { editObject } from '../../../services/registers/edit-object';
import { loadInspectors } from '../../../services/registers/load-inspectors';
import { now, openCounty, type OpenCounty } from '../registers/open-county';
import { Acting } from './acting';
import { drawnCheck } from './drawn-check';
import { schemeOf } from './scheme-of';

let county: OpenCounty;
let acting: Acting;
let handler: Actor;
let leader: Actor;
let visit: VisitState;
let windowTo: string;
const since = '2026-11-24T01:00:00.000Z';
const batch = '320723-2026-L0001-C1';

beforeAll(async () => {
  county = await openCounty({ objects: 60, inspectors: 150 });
  acting = new Acting(county);
  handler = await acting.as('scjg-handler', 'departmentHandler');
  leader = await acting.as('scjg-leader', 'departmentLeader');
  const scheme = Scheme.parse(await schemeOf(county.dataSource));
  windowTo = scheme.windowTo;
  await drawnCheck(acting, handler, '320723-2026-L0001', scheme);
  visit = (await drawnVisits(county.dataSource, batch))[0] as VisitState;
  await acting.put(visit);
});
afterAll(() => county?.close());

const replace = (officer: string | undefined) =>
  acting.attempt(leader, 'visit.replaceOfficer', visit.id, { officer, reasonCode: 'leave' });
const stateNow = async () =>
  (
    await county.dataSource.query<{ state: VisitState }[]>('SELECT state FROM official_case WHERE id = $1', [visit.id])
  )[0]?.state as VisitState;

test('who comes is the next of the drawn order, kept as a row that the bundle’s verifier accepts', async () => {
  const team = visit.results['SCJG']?.officers ?? [];
  expect(await replace(team[1])).toMatchObject({ kind: 'done' });
  // One of those who would be next goes on leave: whoever comes after is sent.
  const first = (await stateNow()).results['SCJG']?.officers[1] as string;
  expect(team).not.toContain(first);
  expect(await replace(first)).toMatchObject({ kind: 'done' });

  const pool = await poolOf(county.dataSource, batch);
  const rows: { department: string; object: string; out: string; in: string; reasonCode: string; act: string }[] =
    await county.dataSource.query(
      `SELECT r.department, o.public_id AS object, a.public_id AS out, b.public_id AS in, r.reason_code AS "reasonCode", r.act_id AS act
       FROM officer_replacement r JOIN batch_object o ON o.pool = $2 AND o.object_id = r.object_id
         JOIN batch_inspector a ON a.pool = $2 AND a.inspector_id = r.officer_out JOIN batch_inspector b ON b.pool = $2 AND b.inspector_id = r.officer_in
       WHERE r.batch = $1 ORDER BY r.act_id`,
      [batch, pool?.id],
    );
  expect(rows).toHaveLength(2);
  const acts: { act: string }[] = await county.dataSource.query(`SELECT act FROM acts WHERE id = ANY($1::bigint[])`, [
    rows.map(({ act }) => act),
  ]);
  expect(acts).toEqual([{ act: 'visit.replaceOfficer' }, { act: 'visit.replaceOfficer' }]);

  const files = await readBundleFiles(county.dataSource, batch);
  const file = (name: string) => files.get(name) as Buffer;
  const read = readPool(nodeSha256, {
    params: file('params.json'),
    objects: file('objects.jsonl'),
    inspectors: file('inspectors.jsonl'),
    recusals: file('recusals.jsonl'),
  });
  const secrets = new Map(
    Object.entries(pool?.secrets ?? {}).map(([party, secret]) => [party, Buffer.from(secret, 'hex')]),
  );
  const drawn = drawFrom(nodeSha256, read, { secrets, event: file('event.txt') });
  const lines = rows.map(({ act: _act, ...line }, index) => {
    const sorted = Object.entries({ ...line, logIndex: index }).sort(([a], [b]) => (a < b ? -1 : 1));
    return `${JSON.stringify(Object.fromEntries(sorted))}\n`;
  });
  expect(checkReplacements(nodeSha256, Buffer.from(lines.join('')), read, drawn)).toEqual({ objects: 0, officers: 2 });
});

test('nobody who is off duty, recused, or without a certificate on the day is sent', async () => {
  const team = (await stateNow()).results['SCJG']?.officers ?? [];
  await county.dataSource.query(
    `UPDATE inspector SET duty_status = 'offDuty' WHERE department = 'SCJG' AND id <> ALL($1::uuid[])`,
    [team],
  );
  expect(await replace(team[0])).toMatchObject({ kind: 'refused', code: 'NO_SUBSTITUTE' });
});

test('of an officer’s two numbers the valid one is known, and the page says who has no account', async () => {
  const report = await loadInspectors(county.dataSource, {
    actor: handler,
    at: now,
    today: '2026-11-24',
    submission: randomUUID(),
    fileName: '14-officers-two-certificates.csv',
    content: readFileSync(join(__dirname, '../../fixtures/cases/14-officers-two-certificates.csv')),
    dryRun: false,
  });
  expect((await loadedWithoutAccount(county.dataSource, report.batch ?? '')).map(({ staffNo }) => staffNo)).toEqual([
    'ZJ0001',
    'ZJ0002',
  ]);
  const loaded: { id: string }[] = await county.dataSource.query(
    `SELECT id FROM inspector WHERE staff_no IN ('ZJ0001', 'ZJ0002') ORDER BY staff_no`,
  );
  const ids = loaded.map(({ id }) => id);
  const certified = async (on: string) =>
    (await officersOn(county.dataSource, { officers: ids, on })).map((officer) => officer.certified);
  expect(await certified('2026-11-30')).toEqual([true, true]);
  expect(await certified('2031-06-30')).toEqual([true, true]);
  expect(await certified('2031-07-01')).toEqual([false, false]);
  const accounts = async () => (await officersOf(county.dataSource, ids)).map(({ account }) => account);
  expect(await accounts()).toEqual(['none', 'none']);
  const account = async (active: boolean) =>
    county.dataSource.query(
      `INSERT INTO account (id, username, name, department, capacities, password_hash, must_change_password, inspector_id, active, created_at)
       VALUES ($1, 'zj0001', '测试甲证', 'SCJG', '{inspector}', 'x', FALSE, $2, $3, now())
       ON CONFLICT (username) DO UPDATE SET active = EXCLUDED.active`,
      [randomUUID(), ids[0], active],
    );
  await account(true);
  expect((await accounts()).sort()).toEqual(['active', 'none']);
  await account(false);
  expect((await accounts()).sort()).toEqual(['disabled', 'none']);
});

test('an officer of an open visit who cannot sign in is a task, and disabling one who can lists what waits for them first', async () => {
  // The visit's day is set and its notice out: it waits for the officers.
  const noticed = { ...(await stateNow()), id: 'visit/320723-2026-L0001-C1-J00900', stage: 'noticed' as const };
  await acting.put({ ...noticed, number: '320723-2026-L0001-C1-J00900' });
  const team = noticed.results['SCJG']?.officers ?? [];
  const [officer = ''] = team;
  const without = async () =>
    (await accountsAwaited(county.dataSource, 'SCJG')).map(({ inspector }) => inspector).includes(officer);
  await county.dataSource.query('DELETE FROM account WHERE inspector_id = $1', [officer]);
  expect(await without()).toBe(true);
  const id = randomUUID();
  await county.dataSource.query(
    `INSERT INTO account (id, username, name, department, capacities, password_hash, must_change_password, inspector_id, active, created_at)
     VALUES ($1, 'drawn-officer', '被抽中', 'SCJG', '{inspector}', 'x', FALSE, $2, TRUE, now())`,
    [id, officer],
  );
  expect(await without()).toBe(false);
  expect(await tasksOfAccount(county.dataSource, id)).toMatchObject([
    { act: 'visit.enterResult', number: '320723-2026-L0001-C1-J00900' },
  ]);
  const disable = async (more: object = {}) =>
    changeAccount(county.dataSource, {
      ...(await commandOf(county, 'security-admin')),
      id,
      version: 1,
      values: { active: false, ...more },
    });
  await expect(disable()).rejects.toThrow(refusal('ACCOUNT_HAS_TASKS'));
  expect(await disable({ despiteTasks: true })).toMatchObject({ version: 2 });
  expect(await without()).toBe(true);
});

test('papers tell what the register says of the firm: now on a blank form, of its day on a notice that is out and on a filled form', async () => {
  const told = async () => (await visitFacts(county.dataSource, [visit.id]))[0]?.object;
  const becomes = async (status: 'dormant' | 'deregistered', version: number) =>
    editObject(county.dataSource, {
      // Which unit answers for the firm is the draw's chance; the office may change any.
      ...(await commandOf(county, 'office-handler')),
      // Later than what the database, which counts in microseconds, wrote just before.
      at: new Date(Date.now() + 1),
      id: visit.object,
      version,
      cause: 'corrected',
      values: { status },
    });
  await becomes('dormant', 1);
  expect(await told()).toMatchObject({ status: 'dormant', statusAtNotice: 'dormant' });
  expect(await acting.attempt(handler, 'visit.setDate', visit.id, { date: windowTo })).toMatchObject({
    kind: 'done',
  });
  expect(await acting.attempt(handler, 'visit.issueNotice', visit.id)).toMatchObject({ kind: 'done' });
  await becomes('deregistered', 2);
  expect(await told()).toMatchObject({ status: 'deregistered', statusAtNotice: 'dormant' });
  await county.dataSource.query(
    `INSERT INTO result_version (visit_id, department, version, form, entered_by, entered_at, sha256) VALUES ($1, 'SCJG', 1, '{}', $2, now(), '')`,
    [visit.id, leader.account],
  );
  await becomes('dormant', 3);
  expect(await told()).toMatchObject({ status: 'deregistered', statusAtNotice: 'dormant' });
});

test('a unit that inspects no longer is a task of the office by check, until it is released from it', async () => {
  const director = await acting.as('office-director', 'officeDirector');
  const check = 'joint-check/320723-2026-L0001';
  await county.dataSource.query(
    `UPDATE official_case SET stage = 'underway', state = state || '{"stage": "underway"}' WHERE id = $1`,
    [check],
  );
  const open = { ...visit, id: 'visit/320723-2026-L0001-C1-J00901', number: '320723-2026-L0001-C1-J00901' };
  await acting.put(open);
  await county.dataSource.transaction((manager) => writeResults(manager, [open]));
  const release = () =>
    acting.attempt(director, 'jointCheck.releaseDepartment', check, { department: 'WJW', reason: '职责划出' });
  expect(await leavingDepartments(county.dataSource)).toEqual([]);
  expect(await visitsBefore(county.dataSource, 'WJW')).toBeGreaterThan(0);
  expect(await release()).toMatchObject({ kind: 'refused', code: 'DEPARTMENT_STILL_INSPECTS' });

  await county.dataSource.query(`UPDATE department SET inspects = FALSE WHERE code = 'WJW'`);
  expect(await leavingDepartments(county.dataSource)).toMatchObject([{ department: 'WJW', check, lead: 'SCJG' }]);
  expect(await leavingDepartments(county.dataSource, { lead: 'YJJ' })).toEqual([]);
  const stand = (stage: string) =>
    county.dataSource.query(
      `UPDATE official_case SET stage = $2, closed = $3, state = state || jsonb_build_object('stage', $2::text) WHERE id = $1`,
      [check, stage, stage === 'terminated'],
    );
  // Ended meanwhile, what is open of it is a task still.
  await stand('terminated');
  expect(await leavingDepartments(county.dataSource)).toMatchObject([{ department: 'WJW', ended: true }]);
  await stand('underway');
  expect(await acting.attempt(handler, 'visit.setDate', open.id, { date: windowTo })).toMatchObject({ kind: 'done' });
  expect(await acting.attempt(handler, 'visit.issueNotice', open.id)).toMatchObject({
    kind: 'refused',
    code: 'UNIT_INSPECTS_NO_LONGER',
  });
  expect(await release()).toMatchObject({ kind: 'done' });

  // Its own part is told by the clock; here it is put as it then stands.
  const results = { ...open.results, WJW: { ...(open.results['WJW'] as ResultState), stage: 'excused' as const } };
  const counted = () => checkCounts(county.dataSource.manager, check);
  const before = await counted();
  const parts = await visitsBefore(county.dataSource, 'WJW');
  await county.dataSource.transaction((manager) => writeResults(manager, [{ ...open, results }]));
  expect(await visitsBefore(county.dataSource, 'WJW')).toBe(parts - 1);
  expect(await counted()).toMatchObject({
    visits: before.visits,
    results: before.results - 1,
    awaitingPublication: before.awaitingPublication - 1,
  });
});

test('a recusal by which an officer was replaced stands in the register, and the next draw leaves the officer out', async () => {
  const { dataSource } = county;
  const drawn = openDraw({
    check: {
      id: 'joint-check/320723-2026-L0002',
      number: '320723-2026-L0002',
      lead: 'SCJG',
      scheme: Scheme.parse({
        ...(await schemeOf(dataSource)),
        scope: { tags: ['回避再抽'] },
        strata: [{ all: true, basisPoints: 10_000 }],
        excludeOpenChecks: false,
      }),
    },
    batch: 1,
    at: since,
    blocked: false,
  });
  const object = visit.object;
  await dataSource.query(
    `UPDATE check_object SET status = 'active', tags = '{回避再抽}', tag_keys = '{回避再抽}' WHERE id = $1`,
    [object],
  );
  await dataSource.query(`UPDATE department SET inspects = TRUE WHERE code = 'WJW'`);
  // Of the unit three are on duty: the two of the team, and the one who comes.
  const again = {
    ...visit,
    id: 'visit/320723-2026-L0001-C1-J00902',
    number: '320723-2026-L0001-C1-J00902',
  };
  await acting.put(again);
  const team = again.results['SCJG']?.officers ?? [];
  const [comes]: { id: string }[] = await dataSource
    .query(
      `UPDATE inspector SET duty_status = 'onDuty', certificates = '[{"no": "样新0009", "expiresOn": "2031-06-30"}]'
     WHERE id = (SELECT m.inspector_id FROM batch b JOIN batch_inspector m ON m.pool = b.pool AND m.exclusion IS NULL
       JOIN inspector i ON i.id = m.inspector_id WHERE b.number = $2 AND i.department = 'SCJG' AND NOT i.id = ANY($1::uuid[])
         AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.inspector_id = i.id) LIMIT 1) RETURNING id`,
      [team, batch],
    )
    .then(([rows]: [{ id: string }[]]) => rows);
  await dataSource.query(
    `UPDATE inspector SET duty_status = CASE WHEN id = ANY($1::uuid[]) THEN 'onDuty' ELSE 'offDuty' END WHERE department = 'SCJG'`,
    [[...team, comes?.id]],
  );
  const [out = ''] = team;
  const versionOf = async () =>
    (await dataSource.query<{ version: number }[]>('SELECT version FROM inspector WHERE id = $1', [out]))[0]?.version;
  const before = (await versionOf()) ?? 0;
  const input = { officer: out, reasonCode: 'recusal', note: '配偶任该单位会计' };
  expect(await acting.attempt(leader, 'visit.replaceOfficer', again.id, input)).toMatchObject({ kind: 'done' });

  expect(
    await dataSource.query('SELECT reason FROM recusal WHERE inspector_id = $1 AND object_id = $2', [out, object]),
  ).toEqual([{ reason: '配偶任该单位会计' }]);
  expect(await versionOf()).toBe(before + 1);
  const [history] = await dataSource.query<Record<string, unknown>[]>(
    `SELECT c.cause, c.actor, c.after, a.act, a.submission FROM register_change c JOIN acts a ON a.id = c.act_id
     WHERE c.register = 'inspector' AND c.subject_id = $1 ORDER BY c.id DESC LIMIT 1`,
    [out],
  );
  expect(history).toMatchObject({
    cause: 'replacedForRecusal',
    actor: leader.account,
    act: 'inspector.edit',
    // Whoever the draw sent may keep away from other firms, too.
    after: { recusals: expect.arrayContaining([{ object, reason: '配偶任该单位会计' }]) as unknown },
  });
  expect(String(history?.['submission'])).toContain(again.id);

  await acting.put({
    ...drawn,
    id: drawn.check,
    number: '320723-2026-L0002',
    stage: 'approved',
    scheme: drawn.scheme,
    initiators: ['SCJG'],
    answers: {},
    toBeAsked: [],
    conditions: [],
  } as never);
  await acting.put(drawn);
  expect(await acting.attempt(handler, 'draw.freeze', drawn.id)).toMatchObject({ kind: 'done' });
  const office = await acting.as('office-handler', 'officeHandler');
  expect(await acting.attempt(office, 'draw.hold', drawn.id)).toMatchObject({ kind: 'done' });
  const [next] = await drawnVisits(dataSource, drawn.number);
  expect(next?.object).toBe(object);
  expect([...(next?.results['SCJG']?.officers ?? [])].sort()).toEqual([team[1], comes?.id].sort());
});

test('whoever lost the account, the capacity or the unit since the form was opened does nothing with it', async () => {
  const input = { officer: visit.results['SCJG']?.officers[0], reasonCode: 'leave' };
  const lost = async (change: string) => {
    await county.dataSource.query(`UPDATE account SET ${change} WHERE id::text = $1`, [leader.account]);
    const outcome = await acting.attempt(leader, 'visit.replaceOfficer', visit.id, input);
    await county.dataSource.query(
      `UPDATE account SET active = TRUE, capacities = '{departmentLeader}', department = 'SCJG' WHERE id::text = $1`,
      [leader.account],
    );
    return outcome;
  };
  for (const change of ['active = FALSE', `capacities = '{departmentLiaison}'`, `department = 'WJW'`])
    expect(await lost(change)).toMatchObject({ kind: 'refused', code: 'ACCOUNT_NOT_ENTITLED' });
});
