import { openRound } from '../../../domain/consultation/state';
import { findAct } from '../../../domain/processes';
import { openVisit } from '../../../domain/visit/state';
import { changedSince } from '../../../services/queries/cases/changed-since';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { Acting } from './acting';

let county: OpenCounty;
let people: Acting;
const at = '2026-11-30T01:00:00.000Z';
const check = { id: 'joint-check/320723-2026-L0901', number: '320723-2026-L0901', lead: 'SCJG' };

beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 40 });
  people = new Acting(county);
});
afterAll(() => county?.close());

const change = (caseId: string, act: string, department: string, seen: number, current: number) => {
  const found = findAct(act)?.act;
  if (!found) throw new Error(act);
  const reader = { department, capacities: ['departmentHandler'] };
  return changedSince(county.dataSource, reader, caseId, found, { seen, current });
};

test('an answer that a colleague drafted: each field as it was and is, by whom and when; other units read nothing of it', async () => {
  const round = openRound({
    check,
    round: 1,
    departments: ['WJW', 'YJJ'],
    silence: 'agreed',
    due: { pendingYear: 2027 },
    at,
  });
  await people.put(round);
  const handler = await people.as('wjw-handler', 'departmentHandler');
  const leader = await people.as('wjw-leader', 'departmentLeader');
  const done = async (actor: typeof handler, act: string, input: Record<string, unknown>) =>
    expect(await people.attempt(actor, act, round.id, input)).toMatchObject({ kind: 'done' });

  await done(handler, 'consultation.draftAnswer', { verdict: 'agree' });
  await done(handler, 'consultation.draftAnswer', { verdict: 'object', reasons: '人手不足' });
  expect(
    await people.attempt(leader, 'consultation.sendAnswer', round.id, { verdict: 'agree', version: 1 }),
  ).toMatchObject({ kind: 'refused', code: 'STALE_VERSION', details: { current: 2 } });
  const names: { name: string }[] = await county.dataSource.query('SELECT name FROM account WHERE id::text = $1', [
    handler.account,
  ]);
  const by = names[0]?.name;
  expect(await change(round.id, 'consultation.sendAnswer', 'WJW', 1, 2)).toEqual([
    { field: 'verdict', was: 'agree', is: 'object', by, at: expect.stringMatching(/Z$/) },
    { field: 'reasons', was: null, is: '人手不足', by, at: expect.stringMatching(/Z$/) },
  ]);
  expect(await change(round.id, 'consultation.sendAnswer', 'WJW', 2, 2)).toEqual([]);
  for (const other of ['YJJ', 'SCJG', 'OFFICE'])
    expect(await change(round.id, 'consultation.sendAnswer', other, 0, 2)).toEqual([]);

  await done(leader, 'consultation.returnDraft', { reason: '理由不足' });
  expect(
    (await change(round.id, 'consultation.draftAnswer', 'WJW', 2, 3)).map(({ field, was, is }) => [field, was, is]),
  ).toEqual([
    ['reason', null, '理由不足'],
    ['verdict', 'object', null],
    ['reasons', '人手不足', null],
  ]);
});

test('who comes second with a record learns who was first, and what was entered', async () => {
  const officers: { account: string; username: string; inspector: string }[] = await county.dataSource.query(
    `SELECT a.id::text AS account, a.username, a.inspector_id AS inspector FROM account a
     WHERE a.department = 'SCJG' AND a.inspector_id IS NOT NULL ORDER BY a.username LIMIT 2`,
  );
  const [one, other] = officers;
  const objects: { id: string }[] = await county.dataSource.query('SELECT id FROM check_object ORDER BY id LIMIT 1');
  const items: { code: string; version: number; department: string }[] = await county.dataSource.query(
    `SELECT DISTINCT ON (i.code) i.code, v.version, i.department FROM check_item i JOIN check_item_version v ON v.item_code = i.code
     WHERE i.department = 'SCJG' ORDER BY i.code, v.version LIMIT 2`,
  );
  await county.dataSource.query(
    `INSERT INTO official_case (id, kind, number, stage, closed, lead_department, departments, title, version, opened_at, stage_since, state)
     VALUES ($1, 'joint-check', $2, 'underway', false, 'SCJG', '{SCJG}', '联合抽查', 1, now(), now(), $3)`,
    [check.id, check.number, JSON.stringify({ ...check, stage: 'underway', items, scheme: { tasks: [] } })],
  );
  const visit = {
    ...openVisit({
      batch: `${check.number}-C1`,
      check: check.id,
      checkNumber: check.number,
      lead: 'SCJG',
      sequence: 1,
      object: objects[0]?.id ?? '',
      windowFrom: '2000-01-01',
      windowTo: '2100-01-01',
      officers: { SCJG: [one?.inspector ?? '', other?.inspector ?? ''] },
      at,
    }),
    stage: 'noticed' as const,
    date: '2000-01-02',
  };
  await people.put(visit);
  const form = {
    code: '1',
    followUp: 'none',
    completedOn: '2020-01-02',
    methods: ['onSite'],
    signature: 'signed',
    rows: items.map(({ code }) => ({ item: code, finding: 'inOrder' })),
  };
  const actor = (username = '') => people.as(username, 'inspector');
  expect(await people.attempt(await actor(one?.username), 'visit.enterResult', visit.id, form)).toMatchObject({
    kind: 'done',
  });
  expect(
    await people.attempt(await actor(other?.username), 'visit.enterResult', visit.id, { ...form, version: 0 }),
  ).toMatchObject({ kind: 'refused', code: 'STALE_VERSION', details: { current: 1 } });
  const changed = await change(visit.id, 'visit.enterResult', 'SCJG', 0, 1);
  expect(changed.find(({ field }) => field === 'code')).toMatchObject({ was: null, is: '1', by: expect.any(String) });
  expect(changed.map(({ field }) => field)).toContain(`rows.${items[0]?.code}.finding`);
  expect(await change(visit.id, 'visit.enterResult', 'WJW', 0, 1)).toEqual([]);
});
