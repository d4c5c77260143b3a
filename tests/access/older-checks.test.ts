import { CountySite } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

test('a check whose strata are of the form before reads like every other, for the public and for its units', async () => {
  const decision = {
    outcome: 'approve',
    conditions: [],
    by: 'a',
    at: '2026-11-20T02:00:00.000Z',
    decidedBy: 'b',
    decidedAt: '2026-11-20T02:00:00.000Z',
  };
  const [rows] = (await site.county.dataSource.query(
    `UPDATE official_case SET state = jsonb_set(state - 'v', '{scheme,strata}', '[{"riskClass": "C", "count": 1}]') || jsonb_build_object('decision', $1::jsonb)
     WHERE id = (SELECT id FROM official_case WHERE kind = 'joint-check' AND stage = 'underway' LIMIT 1) RETURNING id, number`,
    [JSON.stringify(decision)],
  )) as [{ id: string; number: string }[], number];
  const [check] = rows;
  const agent = await site.as('scjg-handler');
  for (const address of ['/public/checks', `/public/checks/${check?.number}`, `/cases/${check?.id}`]) {
    const { status, text } = await agent.get(address);
    expect([address, status, text.includes('C类（信用风险较高）：1 户')]).toEqual([address, 200, true]);
  }
});
