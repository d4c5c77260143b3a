import { nodeSha256 } from '../../../connectors/node-sha256';
import { verifyBundle } from '../../../domain/draw/formula/verify-bundle';
import { startRecounting } from '../../../engine/start-recounting';
import { drawBundle } from '../../../services/queries/cases/draw-bundle';
import { CountyEngine } from './county-engine';
import { doneButUnheard, everyActivity } from './done-but-unheard';
import { expectEachOnce } from './expect-each-once';
import { until } from './until';
import { approve, dayIn, draw, wholeCheck } from './whole-check';
import { checkNumber } from './check-number';

let county: CountyEngine | undefined;
afterEach(async () => {
  await county?.close();
  county = undefined;
});

test('freeze and draw open the visits and leave a bundle that anybody can verify', async () => {
  county = await CountyEngine.open();
  await approve(county, checkNumber(1), { strata: [{ scale: 'general', grade: 'C', count: 3 }] });
  const visits = await draw(county, checkNumber(1));

  expect(visits).toHaveLength(3);
  const rows: { visit_id: string; officers: string[] }[] = await county.dataSource.query(
    'SELECT visit_id, officers FROM visit_result',
  );
  expect(rows).toHaveLength(9);
  expect(rows.every((row) => new Set(row.officers).size === 2)).toBe(true);
  for (const id of visits) expect((await county.client.workflow.getHandle(id).describe()).status.name).toBe('RUNNING');

  const files = new Map(
    (await drawBundle(county.dataSource, `${checkNumber(1)}-C1`))?.map(({ name, content }) => [name, content]),
  );
  const verified = verifyBundle(nodeSha256, (name) => files.get(name));
  expect(verified).toMatchObject({ verdict: 'consistent', batch: `${checkNumber(1)}-C1`, counts: { drawn: 3 } });

  const again = await county.attempt({ by: 'office-handler', act: 'draw.hold', on: `draw/${checkNumber(1)}-C1` });
  expect(again).toMatchObject({ kind: 'refused', code: 'WRONG_STAGE' });
});

test.each([
  ['with cached workflows', undefined],
  ['with one workflow cached, so that nearly every step is replayed', 1],
  ['with no workflow cached, so that every step is replayed', 0],
])(
  'every activity is done but its first answer is lost, %s: the check ends and each act is there once',
  async (_how, maxCachedWorkflows) => {
    const lost = new Set<string>();
    const engine = await CountyEngine.open({ interceptors: { activity: [doneButUnheard(lost)] }, maxCachedWorkflows });
    county = engine;
    const cases = await wholeCheck(engine, checkNumber(1), (check) => extendAndRecount(engine, check));
    expect([...lost].sort()).toEqual(everyActivity());
    expect(cases.filter((id) => id.startsWith('referral/')).length).toBeGreaterThan(0);
    await expectEachOnce(engine);
  },
);

/** What happens to a check between its draw and its visits, if it runs late and a calendar is amended meanwhile. */
async function extendAndRecount(engine: CountyEngine, check: string): Promise<void> {
  await engine.act({
    by: 'scjg-handler',
    act: 'jointCheck.proposeExtension',
    on: check,
    input: { windowTo: dayIn(60), reason: '汛期部分企业停产' },
  });
  await engine.act({
    by: 'office-director',
    act: 'jointCheck.decideExtension',
    on: check,
    input: { consent: 'confirm', basis: 'authorisation', authorisation: 'demo-standing-1' },
  });
  await startRecounting(engine.gateway(), { year: 2026, version: 1 });
  await until(
    () => engine.client.workflow.getHandle('calendar/2026-1').describe(),
    (run) => run.status.name === 'COMPLETED',
  );
}
