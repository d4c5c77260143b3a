import { CountyEngine } from '../engine/lifecycle/county-engine';
import { propose } from '../engine/lifecycle/whole-check';
import { expectInvariants } from './expect-invariants';
import { checkNumber } from '../engine/lifecycle/check-number';

let county: CountyEngine;
beforeAll(async () => {
  county = await CountyEngine.open();
  await propose(county, checkNumber(1));
});
afterAll(() => county?.close());

const stranger = `act, subject_kind, subject_id, submission, account, capacity, department, at, entry, salt, leaf_hash`;
const anotherDraw = (name: string) =>
  `INSERT INTO acts (${stranger}) SELECT 'draw.hold', 'draw', 'draw/1', '${name}', 'system', 'system', department, at, entry, salt, leaf_hash FROM acts LIMIT 1`;
const anotherPublication = (version: number) =>
  `INSERT INTO publication (visit_id, department, version, check_id, object_name, items, code, completed_on, published_at, state) VALUES ('visit/1', 'SCJG', ${version}, 'joint-check/1', '某企业', '{}', '1', now(), now(), 'current')`;

// Each breach with the words of the line that finds it.
test.each([
  [
    'a batch drawn twice',
    /draw\/1/,
    [anotherDraw('one'), anotherDraw('other')],
    [`DELETE FROM acts WHERE act = 'draw.hold'`],
  ],
  [
    'a result with two current publications',
    /"count": "2"/,
    [anotherPublication(1), anotherPublication(2)],
    ['DELETE FROM publication'],
  ],
  [
    'an entry whose leaf does not recompute',
    /"\d+",/,
    [`UPDATE acts SET entry = replace(entry, '"v":1', '"v":2')`],
    [`UPDATE acts SET entry = replace(entry, '"v":2', '"v":1')`],
  ],
  [
    'a case that waits for nobody',
    /waits for nobody/,
    [`UPDATE case_waiting SET capacity = 'system'`],
    [`UPDATE case_waiting SET capacity = 'departmentHandler'`],
  ],
  [
    'a row that says another stage than its workflow',
    /consulting/,
    [`UPDATE official_case SET stage = 'consulting'`],
    [`UPDATE official_case SET stage = 'drafting'`],
  ],
  [
    'a closed row whose workflow runs',
    /is closed and its workflow is RUNNING/,
    [`UPDATE official_case SET closed = true`],
    ['UPDATE official_case SET closed = false'],
  ],
  [
    'a message sent that the platform does not hold',
    /"key": "k"/,
    [
      `INSERT INTO outbox_message (platform, key, line, record_id, subject_kind, subject_id, department, payload, state, created_at) VALUES ('public-credit', 'k', 'visit/1 SCJG', gen_random_uuid(), 'visit', 'visit/1', 'SCJG', '{}', 'sent', now())`,
    ],
    ['DELETE FROM outbox_message'],
  ],
])('%s is found out', async (_what, words, breach, undo) => {
  await expectInvariants(county, 10_000);
  for (const statement of breach) await county.dataSource.query(statement);
  await expect(expectInvariants(county, 300)).rejects.toThrow(words);
  for (const statement of undo) await county.dataSource.query(statement);
});

test('an acknowledged act that is not there, and an act that nobody was told of, are found out', async () => {
  const [first] = county.acknowledged;
  county.acknowledged.push({ caseId: first?.caseId ?? '', submission: 'never-recorded' });
  await expect(expectInvariants(county, 300)).rejects.toThrow('never-recorded');
  county.acknowledged.splice(0);
  await expect(expectInvariants(county, 300)).rejects.toThrow(first?.submission);
});
