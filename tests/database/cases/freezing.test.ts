import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../domain/actor';
import { openDraw, type DrawState } from '../../../domain/draw/state';
import { Scheme } from '../../../domain/joint-check/scheme';
import { openVisit } from '../../../domain/visit/state';
import { writeResults } from '../../../services/books/visit/results';
import { drawnVisits } from '../../../services/draw/drawn-visits';
import { leftOutObjects } from '../../../services/queries/cases/left-out';
import { visitedTwice } from '../../../services/queries/cases/visited-twice';
import { loadObjects } from '../../../services/registers/load-objects';
import { now, openCounty, type OpenCounty } from '../registers/open-county';
import { Acting } from './acting';
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
  await county.dataSource.query(`UPDATE check_object SET tags = '{同查}' WHERE name LIKE '灌云测例一一〇%'`);
});
afterAll(() => county?.close());

let serial = 0;
/** An approved check on the tag whose batch awaits its freeze. */
async function ready(changes: object = {}): Promise<DrawState> {
  serial += 1;
  const scheme = Scheme.parse({
    ...(await schemeOf(county.dataSource)),
    scope: { tags: ['同查'] },
    strata: [{ riskClass: 'B', count: 2 }],
    ...changes,
  });
  const number = `320723-2026-L${String(serial).padStart(4, '0')}`;
  const check = { id: `joint-check/${number}`, number, lead: 'SCJG', scheme };
  const since = '2026-11-24T01:00:00.000Z';
  const whole = {
    ...check,
    initiators: ['SCJG'],
    stage: 'approved',
    since,
    answers: {},
    toBeAsked: [],
    conditions: [],
  };
  await acting.put(whole);
  const draw = openDraw({ check, batch: 1, at: since, blocked: false });
  await acting.put(draw);
  return draw;
}
const freeze = (draw: DrawState) => acting.attempt(handler, 'draw.freeze', draw.id);
const hold = (draw: DrawState) => acting.attempt(office, 'draw.hold', draw.id);
const ended = async (draw: DrawState) =>
  county.dataSource.query(`UPDATE official_case SET stage = 'cancelled' WHERE id = $1`, [draw.id]);

test('a firm without a class is counted and listed as left out where no stratum is for it', async () => {
  const draw = await ready();
  expect(await freeze(draw)).toMatchObject({ kind: 'done' });
  const rows: { state: DrawState }[] = await county.dataSource.query('SELECT state FROM official_case WHERE id = $1', [
    draw.id,
  ]);
  expect(rows[0]?.state.pool).toMatchObject({ objects: 4, excluded: { noClass: 1 } });
  const { rows: listed, total } = await leftOutObjects(county.dataSource, draw.number, { page: 1, pageSize: 50 });
  expect({ listed, total }).toMatchObject({
    listed: [{ name: '灌云测例一一〇5号饭店', code: '91320723MARW110545', reason: 'noClass' }],
    total: 1,
  });
  await ended(draw);
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
  const left = await leftOutObjects(county.dataSource, second.number, {
    reason: 'inOtherOpenCheck',
    page: 1,
    pageSize: 50,
  });
  expect(left.total).toBe(2);
  await ended(second);
  await county.dataSource.query(`UPDATE official_case SET stage = 'cancelled' WHERE id = $1`, [third.id]);
});

test('of two freezes at once on the same firms one alone is done', async () => {
  const pair = [
    await ready({ strata: [{ riskClass: 'B', count: 1 }] }),
    await ready({ strata: [{ riskClass: 'B', count: 1 }] }),
  ];
  const outcomes = await Promise.all(pair.map(freeze));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({ code: 'FIRMS_FROZEN_ELSEWHERE' });
  for (const draw of pair) await ended(draw);
});

test('a draw lists the firms that another check is still to visit', async () => {
  const draw = await ready({ strata: [{ riskClass: 'B', count: 4 }], excludeOpenChecks: false });
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
});
