import type { ConsultationState } from '../../../domain/consultation/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import { CountyEngine } from './county-engine';
import { until } from './until';
import { propose, stage } from './whole-check';
import { checkNumber } from './check-number';

const termMs = 6_000;
let county: CountyEngine;
/** End of the term by its day: fixed when it is first asked, as the calendar's day is. */
const terms = new Map<string, number>();

beforeAll(async () => {
  county = await CountyEngine.open({
    dayEndsAt(day) {
      terms.set(day, terms.get(day) ?? Date.now() + termMs);
      return terms.get(day) ?? 0;
    },
  });
});
afterAll(() => county?.close());
beforeEach(() => terms.clear());

async function openRound(number: string, silence: string): Promise<{ check: string; round: string }> {
  const check = await propose(county, number);
  await county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check, input: { silence } });
  const round = `consultation/${number}-Z1`;
  await until(
    () => county.attempt({ by: 'wjw-liaison', act: 'consultation.handOn', on: round }),
    (outcome) => outcome.kind === 'done',
  );
  return { check, round };
}

async function answerOfHealth(round: string): Promise<void> {
  await county.act({
    by: 'wjw-handler',
    act: 'consultation.draftAnswer',
    on: round,
    input: { verdict: 'agreeWithComments', reasons: '建议合并实施。' },
  });
  await county.act({ by: 'wjw-leader', act: 'consultation.returnDraft', on: round, input: { reason: '请补充理由' } });
  const early = await county.attempt({ by: 'wjw-leader', act: 'consultation.sendAnswer', on: round });
  expect(early).toMatchObject({ kind: 'refused', code: 'NO_DRAFT' });
  await county.act({
    by: 'wjw-handler',
    act: 'consultation.draftAnswer',
    on: round,
    input: { verdict: 'agreeWithComments', reasons: '建议与年度计划合并实施。' },
  });
  await county.act({ by: 'wjw-leader', act: 'consultation.sendAnswer', on: round });
}

test('one answers, the other stays silent until the term lapses: deemed agreed, the round closes, the check may be submitted', async () => {
  const { check, round } = await openRound(checkNumber(1), 'agreed');
  await answerOfHealth(round);
  await stage(county, round, 'closed');
  const state = await county.state<ConsultationState>(round);
  expect(state?.lapsed).toBeDefined();
  expect(state?.letters['YJJ']?.answer).toMatchObject({ verdict: 'agree', deemed: true, by: 'system' });
  expect(state?.letters['WJW']?.answer).toMatchObject({ verdict: 'agreeWithComments' });
  expect((await county.entries(round)).filter((entry) => entry.act === 'consultation.lapse')).toHaveLength(1);

  await until(
    () => county.state<JointCheckState>(check),
    (known) => known?.openRound === undefined,
  );
  const known = await county.state<JointCheckState>(check);
  expect(known?.answers).toMatchObject({
    WJW: { verdict: 'agreeWithComments' },
    YJJ: { verdict: 'agree', deemed: true },
  });
  await county.act({ by: 'scjg-handler', act: 'jointCheck.submit', on: check });
  await until(
    () => county.client.workflow.getHandle(round).describe(),
    (run) => run.status.name === 'COMPLETED',
  );
});

test('silence that goes to the leader leaves the round open; the leader answers after the term', async () => {
  const { check, round } = await openRound(checkNumber(2), 'leader');
  await answerOfHealth(round);
  const lapsed = await until(
    () => county.state<ConsultationState>(round),
    (state) => state?.lapsed !== undefined,
  );
  expect(lapsed).toMatchObject({ stage: 'open', letters: { YJJ: { escalated: expect.any(String) as string } } });
  const early = await county.attempt({ by: 'scjg-handler', act: 'jointCheck.submit', on: check });
  expect(early).toMatchObject({ kind: 'refused', code: 'ROUND_OPEN' });

  await county.act({
    by: 'yjj-leader',
    act: 'consultation.sendAnswer',
    on: round,
    input: { verdict: 'object', reasons: '人员安排不开。' },
  });
  await stage(county, round, 'closed');
  const known = await until(
    () => county.state<JointCheckState>(check),
    (state) => state?.openRound === undefined,
  );
  expect(known?.answers['YJJ']).toMatchObject({ verdict: 'object' });
  const objected = await county.attempt({ by: 'scjg-handler', act: 'jointCheck.submit', on: check });
  expect(objected).toMatchObject({ kind: 'refused', code: 'OBJECTION_STANDS' });
});

test('answers that come meanwhile do not put the term off', async () => {
  const { round } = await openRound(checkNumber(30), 'agreed');
  const [end = 0] = terms.values();
  await until(
    async () => Date.now(),
    (now) => now > end - termMs / 3,
  );
  await answerOfHealth(round);
  await stage(county, round, 'closed');
  const state = await county.state<ConsultationState>(round);
  expect(Date.parse(state?.lapsed ?? '') - end).toBeLessThan(termMs / 2);
});

test('a check that is withdrawn takes its open round with it', async () => {
  const { check, round } = await openRound(checkNumber(40), 'blocks');
  await county.act({ by: 'scjg-leader', act: 'jointCheck.withdraw', on: check, input: { reason: '改在下季度实施' } });
  await stage(county, round, 'cancelled');
  await until(
    () => county.client.workflow.getHandle(round).describe(),
    (run) => run.status.name === 'COMPLETED',
  );
});
