import { waitingInParts } from '../../../services/queries/cases/waiting-in-parts';
import { CountyEngine } from './county-engine';
import { until } from './until';
import { approve, draw, propose, stage } from './whole-check';
import { checkNumber } from './check-number';

let county: CountyEngine;
beforeAll(async () => {
  county = await CountyEngine.open();
});
afterAll(() => county?.close());

const supervisor = { department: 'JDBM', capacities: ['supervisor'] };
const acts = async (check: string) =>
  (await waitingInParts(county.dataSource, supervisor, check)).map(
    ({ department, act, parts }) => `${department} ${act} ${parts}`,
  );

test('a check under consultation waits for every silent participant with the day of the letter, and not for one that has answered', async () => {
  const check = await propose(county, checkNumber(1));
  expect(await waitingInParts(county.dataSource, supervisor, check)).toEqual([]);
  await county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });
  const round = `consultation/${checkNumber(1)}-Z1`;
  await stage(county, round, 'open');
  const waits = await waitingInParts(county.dataSource, supervisor, check);
  expect(new Set(waits.map(({ department }) => department))).toEqual(new Set(['WJW', 'YJJ']));
  for (const wait of waits)
    expect(wait).toMatchObject({
      kind: 'consultation',
      id: round,
      parts: 1,
      due: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    });

  await until(
    () => county.attempt({ by: 'wjw-liaison', act: 'consultation.handOn', on: round }),
    (outcome) => outcome.kind === 'done',
  );
  await county.act({ by: 'wjw-handler', act: 'consultation.draftAnswer', on: round, input: { verdict: 'agree' } });
  expect(await acts(check)).toContain('WJW consultation.sendAnswer 1');
  await county.act({ by: 'wjw-leader', act: 'consultation.sendAnswer', on: round });
  expect((await acts(check)).filter((line) => line.startsWith('WJW'))).toEqual([]);
});

test('the same act on many visits is one line with how many, and a visit that went on is counted no more', async () => {
  const check = await approve(county, checkNumber(2), { strata: [{ scale: 'general', grade: 'C', count: 3 }] });
  const [first = ''] = await draw(county, checkNumber(2));
  expect(await acts(check)).toEqual(['SCJG visit.setDate 3']);
  await county.act({
    by: 'scjg-handler',
    act: 'visit.setDate',
    on: first,
    input: { date: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) },
  });
  expect((await acts(check)).sort()).toEqual(['SCJG visit.issueNotice 1', 'SCJG visit.setDate 2']);
});
