import { enqueue } from '../../../services/exchange/enqueue';
import { objectOf } from '../../../services/queries/cases/visit-view';
import { codelessFirms, codelessOthers, loadedWithoutCode } from '../../../services/queries/registers/without-code';
import { casesOf } from '../../../services/queries/cases/list-cases';
import { publicationQueue } from '../../../services/queries/cases/publication-queue';
import { stretchOf } from '../../../services/queries/ordered-list';
import { toDo } from '../../../services/queries/cases/to-do';
import { countyReader } from './readers';
import { spotCheckRecord } from '../../../services/facts/spot-check-record';
import { editInspector } from '../../../services/registers/edit-inspector';
import { maskIdentityCards } from '../../../services/registers/mask-identity-cards';
import { resultMessage } from '../exchange/messages';
import { refusal, commandOf } from './at-the-desk';
import { caseFile, load } from './case-files';
import { firms, firmsIn, row } from './firms';
import { now, openCounty, type OpenCounty } from './open-county';

const card = '320723189912310028';
let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 5 });
});
afterAll(() => county.close());

const { query, found, edit, visitOf } = firmsIn(() => county);

describe('a changed name or code is affirmed by itself', () => {
  beforeAll(() => load(county, 'objects', firms(row(1, '灌云测例（改名）饭店', '91320723MARW03011E'))));

  test('of a firm', async () => {
    await expect(edit('91320723MARW03011E', { name: '灌云测例超市' })).rejects.toMatchObject({
      code: 'RENAME_UNAFFIRMED',
      details: { was: '灌云测例（改名）饭店', is: '灌云测例超市' },
    });
    await expect(edit('91320723MARW03011E', { uscc: '91320723MARW0302X6' })).rejects.toThrow(
      refusal('CODE_UNAFFIRMED'),
    );
    await expect(edit('91320723MARW03011E', { uscc: null, registrationNo: '320723000012345' })).rejects.toThrow(
      refusal('CODE_UNAFFIRMED'),
    );
    await expect(edit('91320723MARW03011E', { registrationNo: '320723991231006' })).rejects.toThrow(
      refusal('NUMBER_UNAFFIRMED'),
    );
    expect(await edit('91320723MARW03011E', { name: '灌云测例 (改名)饭店', phone: '0518-1' })).toMatchObject({
      duplicate: false,
    });
    expect(await edit('91320723MARW03011E', { name: '灌云测例超市' }, true)).toMatchObject({ duplicate: false });
  });

  test('of an officer', async () => {
    const [officer] = await query<{ id: string; version: number }>(
      `SELECT id, version FROM inspector ORDER BY id LIMIT 1`,
    );
    const change = async (affirmed?: boolean) =>
      editInspector(county.dataSource, {
        ...(await commandOf(county, 'office-handler')),
        id: officer?.id ?? '',
        version: officer?.version ?? 0,
        cause: 'amended',
        values: { name: '另一人' },
        affirmed,
      });
    await expect(change()).rejects.toThrow(refusal('RENAME_UNAFFIRMED'));
    expect(await change(true)).toMatchObject({ duplicate: false });
  });
});

test('what was noticed and recorded keeps the name and address of its day; what is still to be written has the new one', async () => {
  await load(county, 'objects', firms(row(1, '灌云测例旧名饭店', '91320723MARW0302X6')));
  const firm = await found('91320723MARW0302X6');
  await visitOf('visit/as-of-1', firm.id);
  await visitOf('visit/as-of-2', firm.id);
  await query(
    `INSERT INTO acts (act, subject_kind, subject_id, submission, account, capacity, department, at, entry, salt, leaf_hash)
     VALUES ('visit.issueNotice', 'visit', 'visit/as-of-1', 'n', 'x', 'system', 'SYSTEM', $1::timestamptz - interval '1 hour', '', '', '')`,
    [now],
  );
  await edit('91320723MARW0302X6', { name: '灌云测例新名超市', address: '灌云县杨集镇新路9号' }, true);
  expect(await objectOf(county.dataSource, firm.id, 'visit/as-of-1')).toMatchObject({
    name: '灌云测例旧名饭店',
    address: '灌云县伊山镇测例路1号',
    nameNow: '灌云测例新名超市',
  });
  expect(await objectOf(county.dataSource, firm.id, 'visit/as-of-2')).toMatchObject({ name: '灌云测例新名超市' });
  await query(
    `INSERT INTO visit_result (visit_id, department, check_id, batch, object_id, officers, visit_stage, stage, publication, disposition, result_version)
     VALUES ('visit/as-of-1', 'SCJG', 'joint-check/1', 'b', $1, '{}', 'noticed', 'reviewed', 'awaiting', 'notYet', 1)`,
    [firm.id],
  );
  await query(
    `INSERT INTO result_version (visit_id, department, version, form, entered_by, entered_at, sha256) VALUES ('visit/as-of-1', 'SCJG', 1, '{"completedOn": "2026-11-24", "code": "1"}', 'x', $1, '')`,
    [now],
  );
  expect(
    await spotCheckRecord(county.dataSource.manager, { visit: 'visit/as-of-1', department: 'SCJG', version: 1 }),
  ).toMatchObject({
    object: '灌云测例旧名饭店',
  });
  await query(
    `INSERT INTO official_case (id, stage, closed, departments, readers, stage_since, state, kind, number, title, lead_department, opened_at, version)
     VALUES ('joint-check/1', 'underway', false, '{SCJG}', '{SCJG}', now(), '{}', 'joint-check', '1', '1', 'SCJG', now(), 1)`,
  );
  const lists = await Promise.all([
    stretchOf(county.dataSource, casesOf(countyReader.scjg, { text: '灌云测例新名超市' }), { size: 10 }),
    stretchOf(county.dataSource, publicationQueue(countyReader.scjg), { size: 10 }),
  ]);
  const names = lists.map(({ rows }) =>
    (rows as { object: string; objectNow: string }[]).map(({ object, objectNow }) => [object, objectNow]),
  );
  const then = ['灌云测例旧名饭店', '灌云测例新名超市'];
  expect(names[0]?.sort()).toEqual([['灌云测例新名超市', '灌云测例新名超市'], then]);
  expect(names[1]).toEqual([then]);
  await query(
    `INSERT INTO case_waiting (case_id, act, department, capacity, since) VALUES ('visit/as-of-1', 'visit.publish', 'SCJG', 'departmentHandler', now())`,
  );
  const waiting = await toDo(county.dataSource, { ...countyReader.scjg, capacities: ['departmentHandler'] });
  expect(waiting.map(({ object, objectNow }) => [object, objectNow])).toContainEqual(then);
});

test('a code that was missing comes once into the register row, and what waited for it goes by itself', async () => {
  await load(county, 'objects', firms(row(1, '灌云测例无码饭店', '320723000088881', '测例路8号')));
  const firm = await found('320723000088881');
  // A task from the load on, long before a result waits for the code.
  const others = await codelessOthers(county.dataSource.manager, 'SCJG');
  await query(`UPDATE check_object SET responsible_departments = '{SCJG}' WHERE id = $1`, [firm.id]);
  expect(await codelessOthers(county.dataSource.manager, 'SCJG')).toBe(others + 1);
  const [batch] = await query<{ id: string }>('SELECT import_batch AS id FROM check_object WHERE id = $1', [firm.id]);
  expect(await loadedWithoutCode(county.dataSource.manager, batch?.id ?? '')).toEqual(['灌云测例无码饭店']);
  await visitOf('visit/waits', firm.id);
  expect(await codelessOthers(county.dataSource.manager, 'SCJG')).toBe(others);
  const { payload } = resultMessage('waits');
  const { idCode: _none, ...without } = payload;
  await county.dataSource.transaction((manager) => enqueue(manager, { ...resultMessage('waits'), payload: without }));
  await county.dataSource.transaction((manager) => enqueue(manager, resultMessage('elsewhere')));
  expect(await codelessFirms(county.dataSource.manager, 'SCJG')).toContainEqual(
    expect.objectContaining({ id: firm.id, visits: 1, records: 1 }),
  );
  expect(await edit('320723000088881', { uscc: '91320723MARW08023R' })).toMatchObject({ waiting: ['public-credit'] });
  expect(
    await query(
      `SELECT state, payload->'record'->>'idCode' AS code, last_error_code AS error FROM outbox_message WHERE key = 'waits'`,
    ),
  ).toEqual([{ state: 'queued', code: '91320723MARW08023R', error: null }]);
  expect(
    await query(`SELECT payload->'record'->>'idCode' AS code FROM outbox_message WHERE key = 'elsewhere'`),
  ).toEqual([{ code: payload.idCode }]);
  expect(
    await query(
      `SELECT 1 FROM acts WHERE act = 'exchange.correct' AND subject_id = 'visit/waits' AND reason = '核对登记信息'`,
    ),
  ).toHaveLength(1);
  expect(await codelessFirms(county.dataSource.manager, 'SCJG')).not.toContainEqual(
    expect.objectContaining({ id: firm.id }),
  );
});

test('a number of an identity card is sent in no record', async () => {
  await county.dataSource.transaction((manager) =>
    enqueue(manager, resultMessage('card', { payload: { ...resultMessage('x').payload, idCode: card } })),
  );
  await county.dataSource.transaction((manager) =>
    enqueue(
      manager,
      resultMessage('card-in-text', { payload: { ...resultMessage('x').payload, object: `张三（${card}）` } }),
    ),
  );
  expect(
    await query(
      `SELECT key, state, last_error_code AS code, last_error AS fields FROM outbox_message WHERE key LIKE 'card%' ORDER BY key`,
    ),
  ).toEqual([
    { key: 'card', state: 'parked', code: 'EXCHANGE_IDENTITY_CARD', fields: 'idCode' },
    { key: 'card-in-text', state: 'parked', code: 'EXCHANGE_IDENTITY_CARD', fields: 'object' },
  ]);
});

test('the command masks registers, publications and what goes out, and counts the rest', async () => {
  await load(county, 'objects', caseFile('07b-private-and-twin-characters.csv'));
  const firm = await found('91320723MARW07178W');
  await visitOf('visit/carded', firm.id);
  await query('UPDATE check_object SET uscc = $2, note = $3 WHERE id = $1', [
    firm.id,
    card,
    `经营者 320723 18991231－0028`,
  ]);
  await query(
    `INSERT INTO publication (visit_id, department, version, check_id, object_name, uscc, items, code, completed_on, published_at, state, public_reason, check_title)
     VALUES ('visit/carded', 'SCJG', 1, 'joint-check/1', $1, $2, '{}', '1', now(), now(), 'current', $1, $1)`,
    [`张三${card}`, card],
  );
  await query(
    `INSERT INTO document (key, kind, case_id, title, state, created_at) VALUES ('d', 'notice', 'visit/carded', '', 'ready', now())`,
  );
  await query(
    `INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, created_at) VALUES (gen_random_uuid(), 'x.csv', 'text/csv', 1, '', $1, 'x', now())`,
    [Buffer.from(`甲,${card}\r\n`)],
  );
  const { masked, left } = await maskIdentityCards(county.dataSource, now);
  expect(masked).toEqual({ check_object: 1, inspector: 0, publication: 1, outbox_message: 2 });
  expect(left).toMatchObject({ stored_file: 1, document: 1, register_change: 0 });
  for (const table of ['check_object', 'publication', 'register_change'])
    expect(await query(`SELECT 1 FROM ${table} t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`, [card])).toEqual([]);
  expect(await query(`SELECT 1 FROM outbox_message WHERE payload::text LIKE '%' || $1 || '%'`, [card])).toEqual([]);
  expect(await query('SELECT uscc, note FROM check_object WHERE id = $1', [firm.id])).toEqual([
    { uscc: null, note: '经营者 320723************' },
  ]);
  expect(await query(`SELECT before->>'uscc' AS was FROM register_change WHERE cause = 'cardMasked'`)).toEqual([
    { was: '320723************' },
  ]);
  expect((await maskIdentityCards(county.dataSource, now)).masked).toEqual({
    check_object: 0,
    inspector: 0,
    publication: 0,
    outbox_message: 0,
  });
});
