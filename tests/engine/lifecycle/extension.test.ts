import type { VisitState } from '../../../domain/visit/state';
import { CountyEngine } from './county-engine';
import { until } from './until';
import { approve, dayIn, draw } from './whole-check';
import { checkNumber } from './check-number';

let county: CountyEngine | undefined;
afterEach(async () => {
  await county?.close();
  county = undefined;
});

test('an extension that the director consents to reaches every visit whose notice is not out, and nobody waits for an earlier day', async () => {
  const engine = await CountyEngine.open();
  county = engine;
  const check = await approve(county, checkNumber(1), { strata: [{ scale: 'general', grade: 'C', count: 3 }] });
  const [told = '', ...others] = await draw(county, checkNumber(1));
  await county.act({ by: 'scjg-handler', act: 'visit.setDate', on: told, input: { date: dayIn(0) } });
  await county.act({ by: 'scjg-handler', act: 'visit.issueNotice', on: told });

  const wish = { windowTo: dayIn(60), reason: '汛期部分企业停产' };
  await county.act({ by: 'scjg-handler', act: 'jointCheck.proposeExtension', on: check, input: wish });
  const refused = await county.attempt({
    by: 'scjg-handler',
    act: 'visit.setDate',
    on: others[0] ?? '',
    input: { date: dayIn(45) },
  });
  expect(refused).toMatchObject({ kind: 'refused', code: 'DATE_OUTSIDE_WINDOW' });
  await county.act({
    by: 'office-director',
    act: 'jointCheck.decideExtension',
    on: check,
    input: { consent: 'confirm', basis: 'authorisation', authorisation: 'demo-standing-1' },
  });

  for (const id of others)
    await until(
      () => engine.state<VisitState>(id),
      (state) => state?.windowTo === dayIn(60),
    );
  expect((await county.state<VisitState>(told))?.windowTo).toBe(dayIn(30));
  const due: { due: string }[] = await county.dataSource.query(
    `SELECT to_char(due, 'YYYY-MM-DD') AS due FROM case_waiting WHERE case_id = ANY($1)`,
    [others],
  );
  expect(due).toEqual(others.map(() => ({ due: dayIn(60) })));
  await county.act({ by: 'scjg-handler', act: 'visit.setDate', on: others[0] ?? '', input: { date: dayIn(45) } });
});
