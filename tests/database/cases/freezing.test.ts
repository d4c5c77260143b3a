import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../domain/actor';
import { freezeQuestion } from '../../../domain/draw/freeze-question';
import type { DrawState } from '../../../domain/draw/state';
import { poolFigures } from '../../../domain/draw/pool-figures';
import { Scheme } from '../../../domain/joint-check/scheme';
import { openVisit, type VisitState } from '../../../domain/visit/state';
import { writeResults } from '../../../services/books/visit/results';
import { readBundleFiles } from '../../../services/draw/bundle-files';
import { frozenElsewhere } from '../../../services/draw/frozen-elsewhere';
import { drawnVisits } from '../../../services/draw/drawn-visits';
import { poolForecast } from '../../../services/queries/cases/pool-forecast';
import { leftOutObjects, wouldBeLeftOut, type LeftOutLine } from '../../../services/queries/cases/left-out';
import { stretchOf, type OrderedList, type Placed } from '../../../services/queries/ordered-list';
import type { Reader } from '../../../services/queries/cases/may-read-case';
import { firmsOfPool, wouldBeInPool, type PoolFilter, type PoolFirm } from '../../../services/queries/cases/pool-firms';
import { visitedTwice } from '../../../services/queries/cases/visited-twice';
import { drawsOfFirm } from '../../../services/queries/registers/draws-of-firm';
import { loadObjects } from '../../../services/registers/load-objects';
import { countyReader } from '../registers/readers';
import { now, openCounty, type OpenCounty } from '../registers/open-county';
import { Acting } from './acting';
import { approvedCheck } from './drawn-check';
import { schemeOf } from './scheme-of';

let county: OpenCounty;
let acting: Acting;
let handler: Actor;
let office: Actor;

/** Five firms of which the fifth has no class, on a tag of their own. */
beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 150 });
  acting = new Acting(county);
  handler = await acting.as('scjg-handler', 'departmentHandler');
  office = await acting.as('office-handler', 'officeHandler');
  const loaded = await loadObjects(county.dataSource, {
    actor: handler,
    at: now,
    today: '2026-11-24',
    submission: randomUUID(),
    fileName: '11-five-firms.csv',
    content: readFileSync(join(__dirname, '../../fixtures/cases/11-five-firms.csv')),
    dryRun: false,
  });
  expect(loaded).toMatchObject({ counts: { added: 5 } });
  await county.dataSource.query(
    `UPDATE check_object SET tags = '{同查}', tag_keys = '{同查}' WHERE name LIKE '灌云测例一一〇%'`,
  );
});
afterAll(() => county?.close());

let serial = 0;
/** An approved check on the tag whose batch awaits its freeze. */
async function ready(changes: object = {}): Promise<DrawState> {
  serial += 1;
  const scheme = Scheme.parse({
    ...(await schemeOf(county.dataSource)),
    scope: { tags: ['同查'] },
    strata: [{ scale: 'general', grade: 'B', count: 2 }],
    ...changes,
  });
  const number = `320723-2026-L${String(serial).padStart(4, '0')}`;
  return approvedCheck(acting, number, scheme);
}
const freeze = (draw: DrawState) => acting.attempt(handler, 'draw.freeze', draw.id);
const hold = (draw: DrawState) => acting.attempt(office, 'draw.hold', draw.id);
const ended = async (draw: DrawState) =>
  county.dataSource.query(`UPDATE official_case SET stage = 'cancelled' WHERE id = $1`, [draw.id]);

test('a firm without a class is counted and listed as left out where no stratum is for it', async () => {
  const draw = await ready();
  const forecast = await poolForecast(county.dataSource.manager, freezeQuestion(draw));
  const foretold = await stretchOf<LeftOutLine & Placed>(county.dataSource, wouldBeLeftOut(freezeQuestion(draw)), {
    size: 50,
  });
  expect(await freeze(draw)).toMatchObject({ kind: 'done' });
  const rows: { state: DrawState }[] = await county.dataSource.query('SELECT state FROM official_case WHERE id = $1', [
    draw.id,
  ]);
  expect(rows[0]?.state.pool).toMatchObject({ objects: 4, excluded: { noClass: 1 } });
  // What was foretold before is what became of it, to the last figure.
  const { objects, inspectors, drawSize, excluded } = rows[0]?.state.pool ?? ({} as never);
  expect(forecast).toMatchObject({ objects, inspectors, drawSize });
  expect(forecast.leftOutObjects).toEqual([{ reason: 'noClass', count: 1, names: ['灌云测例一一〇5号饭店'] }]);
  const reasons = [...forecast.leftOutObjects.flatMap(({ reason, count }) => Array<string>(count).fill(reason))].concat(
    forecast.leftOutOfficers.map(({ exclusion }) => exclusion ?? ''),
  );
  const counts = Object.fromEntries(
    [...new Set(reasons)].map((reason) => [reason, reasons.filter((one) => one === reason).length]),
  );
  expect(counts).toEqual(excluded);
  const { rows: listed, total } = await stretchOf<LeftOutLine & Placed>(
    county.dataSource,
    leftOutObjects(draw.number),
    { size: 50 },
  );
  expect({ listed, total }).toMatchObject({
    listed: [{ name: '灌云测例一一〇5号饭店', code: '91320723MARW110545', reason: 'noClass' }],
    total: 1,
  });
  // The list that stood before is the list of the pool, and of each firm it can be asked what became of it.
  expect({ listed: foretold.rows, total: foretold.total }).toMatchObject({ listed, total });
  expect(poolFigures(excluded, objects)).toMatchObject({ base: forecast.base, out: 1 });
  const firm = async (name: string) =>
    ((await county.dataSource.query('SELECT id FROM check_object WHERE name = $1', [name])) as { id: string }[])[0]
      ?.id ?? '';
  const [left, inside] = await Promise.all([firm('灌云测例一一〇5号饭店'), firm('灌云测例一一〇1号饭店')]);
  const asked = (object: string, reader = countyReader.scjg) => drawsOfFirm(county.dataSource, reader, object);
  expect(await asked(left)).toMatchObject([{ number: draw.number, exclusion: 'noClass' }]);
  expect(await asked(inside)).toMatchObject([{ number: draw.number, exclusion: null, drawn: null }]);
  // A department that is not of the check is told of none; the office of all, once there is a result.
  expect(await asked(inside, { ...countyReader.scjg, department: 'NOBODY' })).toEqual([]);
  expect(await hold(draw)).toMatchObject({ kind: 'done' });
  expect((await asked(inside, countyReader.office))[0]?.drawn).toEqual(expect.any(Boolean));
  // Before there are visits that a department may see, it is not told who was drawn.
  expect((await asked(inside))[0]?.drawn).toBeNull();
  await ended(draw);
});

test('the list of a pool is what was foretold of it, keeps the classes of its day and tells a class only to who may see it', async () => {
  const draw = await ready();
  const listed = (list: OrderedList<PoolFirm & Placed>) =>
    stretchOf(county.dataSource, list, { size: 50 }).then(({ rows }) =>
      rows.map(({ name, riskClass }) => `${name}${riskClass ?? '—'}`),
    );
  const { office: reader, wgl } = countyReader;
  const four = [1, 2, 3, 4].map((one) => `灌云测例一一〇${one}号饭店B`);
  expect(await listed(wouldBeInPool(reader, freezeQuestion(draw)))).toEqual(four);
  expect(await freeze(draw)).toMatchObject({ kind: 'done' });
  const change = (riskClass: string) =>
    county.dataSource.query(`UPDATE check_object SET risk_class = $1 WHERE uscc = '91320723MARW11011P'`, [riskClass]);
  await change('A');
  const pool = (by: Reader, filter?: PoolFilter) => listed(firmsOfPool(by, draw.number, filter));
  expect(await pool(reader)).toEqual(four);
  expect(await pool(reader, { text: '一一〇 １号' })).toEqual(four.slice(0, 1));
  expect(await pool(reader, { text: '91320723MARW110545' })).toEqual([]);
  expect([await pool(reader, { riskClass: 'B' }), await pool(reader, { riskClass: 'A' })]).toEqual([four, []]);
  // A unit that the firms are no business of reads their names, and learns no class by asking for it.
  expect(await pool(wgl)).toEqual(four.map((line) => line.replace('B', '—')));
  expect(await pool(wgl, { riskClass: 'B' })).toEqual([]);
  await change('B');
  await ended(draw);
});

test('a firm without a class is drawn by a stratum of its own, or with all others, and the draw verifies', async () => {
  for (const [strata, objects] of [
    [
      [
        { scale: 'general', grade: 'B', count: 1 },
        { scale: 'general', unclassified: true, count: 1 },
      ],
      5,
    ],
    [[{ all: true, basisPoints: 10_000 }], 5],
  ] as const) {
    const draw = await ready({ strata, excludeOpenChecks: false });
    expect(await freeze(draw)).toMatchObject({ kind: 'done' });
    expect(await hold(draw)).toMatchObject({ kind: 'done' });
    const files = await readBundleFiles(county.dataSource.manager, draw.number);
    const lines = files.get('objects.jsonl')?.toString('utf8').trim().split('\n') ?? [];
    expect(lines).toHaveLength(objects);
    // What the public reads tells no class: strata have opaque codes.
    expect(lines.join('')).not.toMatch(/general|none|all|"[A-D]"/);
    const drawn: { name: string }[] = await county.dataSource.query(
      `SELECT o.name FROM batch n JOIN batch_object b ON b.pool = n.pool AND b.sequence IS NOT NULL JOIN check_object o ON o.id = b.object_id WHERE n.number = $1`,
      [draw.number],
    );
    expect(drawn.map(({ name }) => name)).toContain('灌云测例一一〇5号饭店');
    await ended(draw);
    await county.dataSource.query(`UPDATE official_case SET stage = 'terminated' WHERE id = $1`, [draw.check]);
  }
});

test('a firm whose disposition is open stays in the pool; one that is still to be visited does not', async () => {
  const first = await ready({ strata: [{ scale: 'general', grade: 'B', count: 4 }], excludeOpenChecks: false });
  expect(await freeze(first)).toMatchObject({ kind: 'done' });
  expect(await hold(first)).toMatchObject({ kind: 'done' });
  const visits = await drawnVisits(county.dataSource, first.number);
  const [done, ...others] = visits as [VisitState, ...VisitState[]];
  const visited: VisitState = {
    ...done,
    stage: 'noticed',
    results: Object.fromEntries(
      Object.entries(done.results).map(([department, result]) => [
        department,
        {
          ...result,
          stage: 'reviewed',
          version: 1,
          code: 'A',
          completedOn: '2026-11-24',
          publication: 'published',
          disposition: 'open',
        },
      ]),
    ),
  };
  for (const visit of [visited, ...others]) await acting.put(visit);
  await writeResults(county.dataSource.manager, [visited, ...others]);
  await county.dataSource.query(`UPDATE official_case SET stage = 'underway' WHERE id = $1`, [first.check]);
  const second = await ready({ strata: [{ scale: 'general', grade: 'B', count: 4 }] });
  expect(await freeze(second)).toMatchObject({ kind: 'done' });
  const rows: { state: DrawState }[] = await county.dataSource.query('SELECT state FROM official_case WHERE id = $1', [
    second.id,
  ]);
  expect(rows[0]?.state.pool).toMatchObject({ objects: 1, excluded: { inOtherOpenCheck: 3 } });
  await ended(second);
  await county.dataSource.query('DELETE FROM visit_result WHERE batch = $1', [first.number]);
  await county.dataSource.query(`UPDATE official_case SET stage = 'terminated', closed = true WHERE id = $1`, [
    first.check,
  ]);
});

test('while a batch that shares firms is frozen and not drawn, another is refused, naming it and how many', async () => {
  const [first, second] = [await ready(), await ready()];
  expect(await freeze(first)).toMatchObject({ kind: 'done' });
  expect(await freeze(second)).toMatchObject({
    kind: 'refused',
    code: 'FIRMS_FROZEN_ELSEWHERE',
    details: { batch: first.number, shared: 4 },
  });
  // Also where the scheme lets a firm be visited by two checks: what the other takes is not known yet.
  const third = await ready({ excludeOpenChecks: false });
  expect(await freeze(third)).toMatchObject({ code: 'FIRMS_FROZEN_ELSEWHERE' });

  // Drawn, and its visits not opened yet: what it took is left out at once, never drawn twice.
  expect(await hold(first)).toMatchObject({ kind: 'done' });
  expect(await freeze(second)).toMatchObject({ kind: 'done' });
  const list = leftOutObjects(second.number, 'inOtherOpenCheck');
  const left = await stretchOf<LeftOutLine & Placed>(county.dataSource, list, { size: 1 });
  expect([left.total, left.rows.length, left.more]).toEqual([2, 1, true]);
  const [rest, one] = await Promise.all(
    [{ after: left.rows[0]?.place }, { before: 'nowhere' }].map((at) =>
      stretchOf<LeftOutLine & Placed>(county.dataSource, list, { ...at, size: 1 }),
    ),
  );
  expect([...left.rows, ...(rest?.rows ?? [])].map(({ name }) => name)).toEqual(
    (await stretchOf<LeftOutLine & Placed>(county.dataSource, list, { size: 2 })).rows.map(({ name }) => name),
  );
  expect([rest?.more, one?.rows]).toEqual([false, left.rows]);
  await ended(second);
  await county.dataSource.query(`UPDATE official_case SET stage = 'cancelled' WHERE id = $1`, [third.id]);
});

test('firms are shared under whatever record: the second of two records of a firm is no other firm', async () => {
  const first = await ready({ excludeOpenChecks: false });
  const second = await ready({ scope: { tags: ['另录Ａ'] }, excludeOpenChecks: false });
  // Of two firms another record each, on a tag of their own, which the scheme writes in another width and case; and one firm of the same name that a person told apart.
  await county.dataSource.query(
    `INSERT INTO check_object (registration_no, kind, name, name_key, status, address, address_key, risk_class, industry, division, tags, tag_keys, same_as, different_from)
     SELECT '32072300009' || lpad(row_number() OVER (ORDER BY o.name)::text, 4, '0'), o.kind, o.name, o.name_key, 'active', o.address, o.address_key, 'B', o.industry, o.division, '{另录A}', '{另录a}', NULL,
       CASE WHEN row_number() OVER (ORDER BY o.name) = 3 THEN ARRAY[o.id] ELSE '{}' END
     FROM check_object o WHERE o.name LIKE '灌云测例一一〇%' AND o.risk_class = 'B' ORDER BY o.name LIMIT 3`,
  );
  expect(await freeze(first)).toMatchObject({ kind: 'done' });
  expect(await freeze(second)).toMatchObject({
    code: 'FIRMS_FROZEN_ELSEWHERE',
    details: { batch: first.number, shared: 2 },
  });
  // Whatever its name is by now, a record that a person closed for another is that firm.
  const [closed] = await county.dataSource
    .query<{ id: string }[]>(
      `UPDATE check_object o SET name = '改名', name_key = '改名', same_as = k.id FROM check_object k
     WHERE o.tags = '{另录A}' AND k.tags = '{同查}' AND k.name_key = o.name_key AND o.different_from = '{}' RETURNING o.id`,
    )
    .then(([rows]) => rows as unknown as { id: string }[]);
  expect(
    await frozenElsewhere(county.dataSource.manager, second.number, [{ id: closed?.id ?? '', exclusion: null }]),
  ).toEqual([{ batch: first.number, shared: 1 }]);
  for (const draw of [first, second]) await ended(draw);
  await county.dataSource.query(`DELETE FROM check_object WHERE tags = '{另录A}'`);
});

test('of two freezes at once on the same firms one alone is done', async () => {
  const pair = [
    await ready({ strata: [{ scale: 'general', grade: 'B', count: 1 }] }),
    await ready({ strata: [{ scale: 'general', grade: 'B', count: 1 }] }),
  ];
  const outcomes = await Promise.all(pair.map(freeze));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({ code: 'FIRMS_FROZEN_ELSEWHERE' });
  for (const draw of pair) await ended(draw);
});

test('a draw lists the firms that another check is still to visit', async () => {
  const draw = await ready({ strata: [{ scale: 'general', grade: 'B', count: 4 }], excludeOpenChecks: false });
  expect(await freeze(draw)).toMatchObject({ kind: 'done' });
  expect(await hold(draw)).toMatchObject({ kind: 'done' });
  const visits = await drawnVisits(county.dataSource, draw.number);
  const other = openVisit({
    ...(visits[0] as (typeof visits)[number]),
    check: 'joint-check/320723-2026-L0001',
    batch: '320723-2026-L0001-C1',
    officers: { WJW: [] },
    at: '2026-11-24T01:00:00.000Z',
  });
  for (const visit of [...visits, other]) await acting.put(visit);
  await writeResults(county.dataSource.manager, [...visits, other]);
  expect(await visitedTwice(county.dataSource, draw.number)).toMatchObject([
    { visit: visits[0]?.id, others: [other.id] },
  ]);
  // Under another record of the firm just so.
  const [record] = await county.dataSource.query<{ id: string }[]>(
    `INSERT INTO check_object (registration_no, kind, name, name_key, status, address, address_key)
     SELECT '320723000099999', kind, name, name_key, 'active', address, address_key FROM check_object WHERE id = $1 RETURNING id`,
    [other.object],
  );
  await county.dataSource.query('UPDATE visit_result SET object_id = $2 WHERE visit_id = $1', [other.id, record?.id]);
  expect(await visitedTwice(county.dataSource, draw.number)).toMatchObject([
    { visit: visits[0]?.id, others: [other.id] },
  ]);
});

test('visits are numbered by the batch’s key: the same firms drawn in any other order would bear the same numbers', async () => {
  const draw = await ready({ strata: [{ scale: 'general', grade: 'B', count: 4 }], excludeOpenChecks: false });
  expect(await freeze(draw)).toMatchObject({ kind: 'done' });
  expect(await hold(draw)).toMatchObject({ kind: 'done' });
  const numbers = async () =>
    Object.fromEntries((await drawnVisits(county.dataSource, draw.number)).map(({ object, id }) => [object, id]));
  const given = await numbers();
  const file = (await readBundleFiles(county.dataSource, draw.number)).get('result.json');
  const result = JSON.parse(file?.toString('utf8') ?? '') as { objects: object[]; assignments: object[] };
  for (const turn of [1, 2, 3]) {
    const objects = [...result.objects.slice(turn), ...result.objects.slice(0, turn)];
    const turned = { ...result, objects, assignments: [...result.assignments].reverse() };
    await county.dataSource.query(
      `UPDATE batch_file SET content = $2 WHERE name = 'result.json' AND pool = (SELECT pool FROM batch WHERE number = $1)`,
      [draw.number, Buffer.from(JSON.stringify(turned))],
    );
    expect(await numbers()).toEqual(given);
  }
  await ended(draw);
});
