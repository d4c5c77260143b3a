import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeSha256 } from '../../../connectors/node-sha256';
import { readPool } from '../../../domain/draw/formula/pool';
import { drawFrom } from '../../../domain/draw/formula/perform-draw';
import { Scheme } from '../../../domain/joint-check/scheme';
import { drawBundle } from '../../../services/queries/cases/draw-bundle';
import { poolInspectors } from '../../../services/draw/pool-rows';
import { certifiedOfficer } from '../../../services/facts/certified-officer';
import { firmsLike, openRecusals } from '../../../services/queries/registers/open-recusals';
import { DotsInNames1796842000000 } from '../../../db/migrations/1796842000000-dots-in-names';
import { objectsOf, type ObjectFilter, type ObjectLine } from '../../../services/queries/registers/list-objects';
import type { Reader } from '../../../services/queries/cases/may-read-case';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import verdicts from '../../../templates/locales/zh-CN/drawVerification.json';
import { Acting } from '../cases/acting';
import { drawnCheck } from '../cases/drawn-check';
import { schemeOf } from '../cases/scheme-of';
import { commandOf, refusal } from './at-the-desk';
import { caseFile, load } from './case-files';
import { openCounty, type OpenCounty } from './open-county';
import { resolveRecusal } from '../../../services/registers/resolve-recusal';
import { countyReader } from './readers';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 1, inspectors: 0 });
  await loaded('objects', caseFile('08a-firms.csv'));
});
afterAll(() => county.close());

const heads = caseFile('08b-officers.csv').toString('utf8').split('\r\n')[0] ?? '';
/** An officer's line with this cell of recusals; a quotation mark keeps separators in it. */
const officer = (no: string, recusals: string) =>
  Buffer.from(
    `${heads}\r\n${no},测试${no},县市场监督管理局,行政执法类公务员,样例${no},2031-06-30,,,全县,在岗,"${recusals}"\r\n`,
  );
const loaded = (kind: 'objects' | 'inspectors', content: Buffer) => load(county, kind, content);
const query = <T>(sql: string, parameters: unknown[] = []) => county.dataSource.query(sql, parameters) as Promise<T[]>;
const recusalsOf = async (no: string) =>
  (
    await query<{ name: string }>(
      `SELECT o.name FROM recusal r JOIN inspector i ON i.id = r.inspector_id JOIN check_object o ON o.id = r.object_id WHERE i.staff_no = $1 ORDER BY o.name`,
      [no],
    )
  ).map(({ name }) => name);
const openNames = async (no: string) =>
  (
    await query<{ given: string }>(
      `SELECT n.given FROM recusal_name n JOIN inspector i ON i.id = n.inspector_id WHERE i.staff_no = $1 AND n.resolved_at IS NULL ORDER BY n.given`,
      [no],
    )
  ).map(({ given }) => given);
async function exclusionOf(no: string) {
  const [row] = await query<{ id: string }>('SELECT id FROM inspector WHERE staff_no = $1', [no]);
  const rows = await poolInspectors(county.dataSource.manager, ['SCJG'], '2026-12-31');
  return rows.find(({ id }) => id === row?.id)?.exclusion ?? null;
}

test('five recusals by name stand, whatever width the brackets of file and register have', async () => {
  const report = await loaded('inspectors', caseFile('08b-officers.csv'));
  expect(report).toMatchObject({ state: 'loaded', counts: { added: 4, warning: 0 } });
  expect(await recusalsOf('HB0001')).toEqual(['灌云测例（八〇一）汽车维修中心']);
  expect(await recusalsOf('HB0002')).toEqual(['灌云测例八〇二号汽车维修中心']);
  expect(await recusalsOf('HB0003')).toEqual(['灌云测例（八〇三）汽车维修中心']);
  expect(await recusalsOf('HB0004')).toHaveLength(2);
  for (const no of ['HB0001', 'HB0002', 'HB0003', 'HB0004']) expect(await exclusionOf(no)).toBeNull();
});

test('none of the four is drawn for a firm of theirs, whatever the secrets are, and the bundle proves it', async () => {
  await loaded('inspectors', caseFile('08b-officers.csv'));
  await query(`UPDATE check_object SET tags = '{回避}', tag_keys = '{回避}' WHERE name LIKE '灌云测例%汽车维修中心'`);
  const whole = await schemeOf(county.dataSource);
  const [task, other] = (whole['tasks'] as { department: string }[]).filter(({ department }) => department !== 'YJJ');
  const colleagues = ['1', '2'].map(
    (no) => `WG000${no},测试卫${no},县卫生健康委员会,行政执法类公务员,样例WG000${no},2031-06-30,,,全县,在岗,`,
  );
  await loaded('inspectors', Buffer.from([heads, ...colleagues, ''].join('\r\n')));
  const scheme = Scheme.parse({
    ...whole,
    tasks: [task, other],
    scope: { tags: ['回避'] },
    strata: [{ scale: 'general', grade: 'B', count: 3 }],
  });
  const acting = new Acting(county);
  const handler = await acting.as('scjg-handler', 'departmentHandler');
  const draw = await drawnCheck(acting, handler, '320723-2026-L0008', scheme);

  const bundle = (await drawBundle(county.dataSource, draw.number)) ?? [];
  const directory = mkdtempSync(join(tmpdir(), 'recusals-'));
  for (const { name, content } of bundle) writeFileSync(join(directory, name), content);
  const command = join(__dirname, '../../../bin/verify-draw.mjs');
  const verified = spawnSync(process.execPath, [command, directory], { encoding: 'utf8' });
  expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining(verdicts.verdict.consistent) as string });
  rmSync(directory, { recursive: true });
  const file = (name: string) => bundle.find((one) => one.name === name)?.content ?? Buffer.alloc(0);
  expect(file('recusals.jsonl').toString('utf8').trim().split('\n')).toHaveLength(5);

  // Who may not see whom, from the register, and in the words of the bundle.
  const barred = await query<{ officer: string; object: string }>(
    `SELECT bi.public_id AS officer, bo.public_id AS object
     FROM batch b JOIN batch_inspector bi ON bi.pool = b.pool JOIN batch_object bo ON bo.pool = b.pool
       JOIN inspector i ON i.id = bi.inspector_id JOIN check_object o ON o.id = bo.object_id
     WHERE b.number = $1 AND (i.staff_no, right(o.uscc, 6)) IN
       (('HB0001', '08015Y'), ('HB0002', '08023R'), ('HB0003', '08031L'), ('HB0004', '08031L'), ('HB0004', '08023R'))`,
    [draw.number],
  );
  expect(barred).toHaveLength(5);
  const pool = readPool(nodeSha256, {
    params: file('params.json'),
    objects: file('objects.jsonl'),
    inspectors: file('inspectors.jsonl'),
    recusals: file('recusals.jsonl'),
  });
  const teams = new Set<string>();
  for (let seed = 0; seed < 300; seed += 1) {
    const secrets = new Map(pool.paramsFile.params.parties.map((party) => [party, randomBytes(32)]));
    const { result } = drawFrom(nodeSha256, pool, { secrets, event: new Uint8Array() });
    expect(result.objects).toHaveLength(3);
    for (const { object, inspectors } of result.assignments) {
      expect(barred.filter((pair) => pair.object === object && inspectors.includes(pair.officer))).toEqual([]);
      for (const inspector of inspectors) teams.add(`${object} ${inspector}`);
    }
  }
  // The draws do vary: whoever may be drawn for a firm was, in one of them.
  expect(teams.size).toBe(3 * 4 - 5 + 3 * 2);
});

test.each([
  ['N1', '无'],
  ['N2', '没有'],
  ['N3', '—'],
  ['N4', '/'],
  ['N5', ' \u3000'],
  ['N6', '\u200b无。'],
])('%s: %j names nobody', async (no, cell) => {
  await loaded('inspectors', officer(`QW000${no}`, cell));
  expect(await recusalsOf(`QW000${no}`)).toEqual([]);
  expect(await openNames(`QW000${no}`)).toEqual([]);
  expect(await exclusionOf(`QW000${no}`)).toBeNull();
});

test.each([
  ['G1', '灌云测例(八〇一)汽车维修中心，\uff19１320723MARW08023R', 2],
  ['G2', '灌云测例\u200b（八○一） 汽车维修中心;灌云测例（八〇三）汽车维修中心', 2],
  ['G3', '91320723marw08015y\n灌云测例八〇二号汽车维修中心', 2],
])('%s: names and codes in any width are their firms', async (no, cell, count) => {
  await loaded('inspectors', officer(`QW000${no}`, cell));
  expect(await recusalsOf(`QW000${no}`)).toHaveLength(count);
  expect(await openNames(`QW000${no}`)).toEqual([]);
});

test.each([
  ['U1', '灌云测例', 'several', ['灌云测例']],
  ['U2', '某无名公司', 'unknown', ['某无名公司']],
  ['U3', '灌云测例八〇二号汽车维修中心、某无名公司、另一公司', 'unknown', ['另一公司', '某无名公司']],
  ['U4', '无、某无名公司', 'unknown', ['某无名公司']],
])(
  '%s: a name that tells no single firm is kept and holds the officer out of every pool',
  async (no, cell, cause, names) => {
    const report = await loaded('inspectors', officer(`QW000${no}`, cell));
    expect(report).toMatchObject({ state: 'loaded', counts: { warning: 1 } });
    expect(await openNames(`QW000${no}`)).toEqual(names);
    expect(await query('SELECT 1 FROM recusal_name WHERE cause = $1 AND given = $2', [cause, names[0]])).not.toEqual(
      [],
    );
    expect(await exclusionOf(`QW000${no}`)).toBe('recusalUnresolved');
    const [row] = await query<{ id: string }>('SELECT id FROM inspector WHERE staff_no = $1', [`QW000${no}`]);
    const [firm] = await query<{ id: string }>(`SELECT id FROM check_object LIMIT 1`);
    expect(
      await certifiedOfficer(county.dataSource.manager, {
        officer: row?.id ?? '',
        department: 'SCJG',
        object: firm?.id ?? '',
        on: '2026-12-31',
      }),
    ).toEqual({ eligible: false });
  },
);

test('the same file again asks once; a load that tells the firm answers what was open', async () => {
  await loaded('inspectors', officer('QW0009', '灌云测例后来的店'));
  expect(await loaded('inspectors', officer('QW0009', '灌云测例（后来的店）'))).toMatchObject({
    counts: { updated: 1 },
  });
  expect(await openNames('QW0009')).toEqual(['灌云测例后来的店', '灌云测例（后来的店）']);
  expect(await loaded('inspectors', officer('QW0009', '灌云测例(后来的店)'))).toMatchObject({
    counts: { unchanged: 1 },
  });
  const firms = caseFile('08a-firms.csv').toString('utf8').split('\r\n');
  const later = (firms[1] ?? '')
    .replace('灌云测例（八〇一）汽车维修中心', '灌云测例 后来的店')
    .replace('91320723MARW08015Y', '91320723MARW01059W');
  await loaded('objects', Buffer.from(`${firms[0]}\r\n${later}\r\n`));
  await loaded('inspectors', officer('QW0009', '灌云测例后来的店'));
  expect(await recusalsOf('QW0009')).toHaveLength(1);
  expect(await openNames('QW0009')).toEqual(['灌云测例（后来的店）']);
  expect(await exclusionOf('QW0009')).toBe('recusalUnresolved');
});

test('a person says which firm is meant, or that none is; only then may the officer be drawn', async () => {
  await loaded('inspectors', officer('QW0010', '汽车维修中心、某无名公司'));
  const [several, unknown] = (await openRecusals(county.dataSource, ['SCJG'])).filter(
    ({ staffNo }) => staffNo === 'QW0010',
  );
  if (!several || !unknown) throw new Error('two names should be open');
  expect([several.cause, unknown.cause].sort()).toEqual(['unknown', 'unknown']);
  const firms = await firmsLike(county.dataSource, '汽车维修中心', 20);
  expect(firms.length).toBeGreaterThan(2);
  const answer = async (username: string, name: string, version: number, objects: string[]) =>
    resolveRecusal(county.dataSource, {
      ...(await commandOf(county, username)),
      id: several.inspector,
      version,
      answer: { name, objects },
    });
  await expect(answer('wgl-handler', several.id, 1, [])).rejects.toThrow(refusal('NOT_ENTITLED'));
  await answer('scjg-handler', several.id, 1, [firms[0]?.id ?? '']);
  expect(await recusalsOf('QW0010')).toHaveLength(1);
  expect(await exclusionOf('QW0010')).toBe('recusalUnresolved');
  await expect(answer('scjg-handler', several.id, 2, [])).rejects.toThrow(refusal('RECUSAL_SETTLED'));
  await answer('scjg-leader', unknown.id, 2, []);
  expect(await exclusionOf('QW0010')).toBeNull();
  // What was looked into once is not asked again because the same file comes again.
  await loaded('inspectors', officer('QW0010', '汽车维修中心、某无名公司'));
  expect(await openNames('QW0010')).toEqual([]);
});

const firmsIn = (reader: Reader, filter: ObjectFilter) =>
  stretchOf<ObjectLine & Placed>(county.dataSource, objectsOf(reader, filter), { size: 20 });

test('a search for the name that people see finds exactly its firms', async () => {
  for (const name of ['07a-marks-nobody-sees.csv', '07b-private-and-twin-characters.csv'])
    expect(await loaded('objects', caseFile(name))).toMatchObject({ state: 'loaded', counts: { error: 0 } });
  const found = async (text: string) =>
    (await firmsIn(countyReader.scjg, { text })).rows.map(({ uscc }) => uscc?.slice(12, 16)).sort();
  expect(await found('灌云测例七〇一号饭店')).toEqual(['0701']);
  expect(await found('灌云测例七○二号饭店')).toEqual(['0702']);
  expect(await found('七〇三号')).toEqual(['0703']);
  expect(await found('灌云测例七〇四号饭店')).toEqual(['0704']);
  expect(await found('灌云测例七〇五号饭店')).toEqual(['0705']);
  expect(await found('灌云测例七〇六号饭店')).toEqual(['0706', '0707']);
  expect(await found('灌云䶮记')).toEqual(['0711', '0712']);
  expect(await found('\ue863记')).toEqual(['0711', '0712']);
  expect(await found('灌云\uf9dc昌')).toEqual(['0713', '0714']);
  expect(await found('隆昌 饭店')).toEqual(['0713', '0714']);
  expect(await found('饭店 隆昌　灌云')).toEqual(['0713', '0714']);
  expect(await found('９１320723marw07178w')).toEqual(['0717']);
  expect(await query(`SELECT name FROM check_object WHERE name ~ '[\u200b\u2060\u00ad\u3164\u{e0100}]'`)).toEqual([]);
  expect(
    await query(`SELECT 1 FROM check_object WHERE name_key = '' OR (address IS NOT NULL AND address_key = '')`),
  ).toEqual([]);
});

test('forms of names that were stored before a dot was one whatever gave it are written anew', async () => {
  const [firm] = await query<{ id: string }>(
    `INSERT INTO check_object (registration_no, kind, name, name_key, status, tags, tag_keys)
     VALUES ('320723700000001', 'enterprise', '阿布都.测例店', '阿布都.测例店', 'active', '{夜查,甲．乙}', '{夜查,甲.乙}') RETURNING id`,
  );
  const [officer] = await query<{ id: string }>('SELECT id FROM inspector LIMIT 1');
  const waits = ['买买提.测例店', '买买提·测例店'];
  for (const name of waits)
    await query(
      `INSERT INTO recusal_name (inspector_id, given, key, cause, since) VALUES ($1, $2, $2, 'unknown', now())`,
      [officer?.id, name],
    );
  await query(
    `INSERT INTO official_case (id, stage, closed, departments, readers, stage_since, state, kind, number, title, title_key, subject_id, lead_department, opened_at, version)
     VALUES ('joint-check/dots', 'underway', false, '{SCJG}', '{SCJG}', now(), '{}', 'joint-check', 'dots', '查.店', '查.店', $1, 'SCJG', now(), 1)`,
    [firm?.id],
  );
  const runner = county.dataSource.createQueryRunner();
  for (const _time of ['once', 'and again']) await new DotsInNames1796842000000().up(runner);
  await runner.release();
  for (const text of ['阿布都·测例', '阿布都。测例', '阿布都．测例'])
    expect((await firmsIn(countyReader.scjg, { text })).rows.map(({ id }) => id)).toEqual([firm?.id]);
  expect(await query('SELECT tag_keys FROM check_object WHERE id = $1', [firm?.id])).toEqual([
    { tag_keys: ['夜查', '甲·乙'] },
  ]);
  expect(
    await query(
      `SELECT c.title_key, s.key, s.marks @> search_grams('阿布都·测例店') AS found FROM official_case c JOIN case_search s ON s.case_id = c.id WHERE c.id = 'joint-check/dots'`,
    ),
  ).toEqual([{ title_key: '查·店', key: '查·店 阿布都·测例店', found: true }]);
  // Two names that are one now both stay until a person has looked into them.
  expect(
    await query('SELECT given FROM recusal_name WHERE given = ANY($1) AND resolved_at IS NULL', [waits]),
  ).toHaveLength(2);
});
