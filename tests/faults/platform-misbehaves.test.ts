import { randomUUID } from 'node:crypto';
import { messageActs } from '../../bin/compose/message-acts';
import type { ReferralState } from '../../domain/referral/state';
import { CountyEngine } from '../engine/lifecycle/county-engine';
import { until } from '../engine/lifecycle/until';
import { approve, draw, refer, stage, visit, wholeCheck } from '../engine/lifecycle/whole-check';
import { expectInvariants } from './expect-invariants';
import { checkNumber } from '../engine/lifecycle/check-number';

let county: CountyEngine;
beforeAll(async () => {
  county = await CountyEngine.open();
});
afterAll(() => county?.close());
beforeEach(() => county.standIn.behave({ mode: 'normal' }));

test.each([
  ['is slow', '0001', { mode: 'slow', delayMs: 700, times: 6 }],
  ['answers twice', '0002', { mode: 'twice' }],
  ['loses a reply', '0003', { mode: 'loseReply', times: 1 }],
])(
  'a whole check ends although the platform %s from the first publication to the last referral',
  async (_how, serial, behaviour) => {
    await county.standIn.behave(behaviour);
    const cases = await wholeCheck(county, checkNumber(Number(serial)));
    expect(cases.filter((id) => id.startsWith('referral/')).length).toBeGreaterThan(0);
    await atRest();
    await expectInvariants(county);
  },
);

/** A check may end while the platform has not answered yet: waits until nothing is on its way to it. */
const atRest = () =>
  until(
    () => county.dataSource.query<unknown[]>(`SELECT 1 FROM outbox_message WHERE state IN ('queued', 'sending')`),
    (open) => open.length === 0,
  );

interface Parked {
  id: string;
  version: number;
  platform: string;
  subjectId: string;
}

/** A check whose referrals to outside platforms are refused; gives what waits for a person. */
async function refused(number: string): Promise<{ visitId: string; referring: Promise<string[]>; parked: Parked[] }> {
  await approve(county, number);
  const [visitId = ''] = await draw(county, number);
  await visit(county, visitId);
  const question = `SELECT id, version, platform, subject_id AS "subjectId" FROM outbox_message WHERE state = 'parked' AND subject_kind = 'referral' AND told_at IS NOT NULL`;
  await atRest();
  // The credit system hears of a result by its publication; 失信惩戒 is proposed by hand.
  await county.act({ by: 'scjg-handler', act: 'visit.draftReferral', on: visitId, input: { kind: 'jointDiscipline' } });
  await county.standIn.behave({ mode: 'refuse', code: 'CODE_UNKNOWN', reason: '事项编码不存在' });
  const referring = refer(county, visitId);
  referring.catch(() => undefined);
  const parked = await until(
    () => county.dataSource.query<Parked[]>(question),
    (rows) => rows.length > 0,
  );
  await county.standIn.behave({ mode: 'normal' });
  return { visitId, referring, parked };
}

/** What the handler does to a parked message, as the page of connectors does it. */
async function actOn(message: Parked, act: 'retry' | 'giveUp'): Promise<void> {
  const given = {
    messageId: message.id,
    version: message.version,
    submission: randomUUID(),
    actor: await county.actor('scjg-handler'),
    at: new Date(),
  };
  if (act === 'retry') await messageActs(county.dataSource).retry(given);
  else await messageActs(county.dataSource).giveUp({ ...given, reason: '改用纸质材料移送' });
  county.acknowledged.push({ caseId: message.subjectId, submission: given.submission });
  await county.wakeExchange(message.platform);
}

test('a referral that the platform refused waits for a person, and the check ends after a retry', async () => {
  const { referring, parked } = await refused(checkNumber(4));
  for (const message of parked) await actOn(message, 'retry');
  expect((await referring).length).toBeGreaterThan(0);
  await stage(county, `joint-check/${checkNumber(4)}`, 'completed');
  await atRest();
  await expectInvariants(county);
});

test('a referral whose message is given up comes back to its department, and nothing is held at the platform', async () => {
  const { parked } = await refused(checkNumber(5));
  const [message] = parked as [Parked];
  await actOn(message, 'giveUp');
  const back = await until(
    () => county.state<ReferralState>(message.subjectId),
    (state) => state?.stage === 'refused',
  );
  expect(back?.refusal?.reason).toBe('改用纸质材料移送');
  await atRest();
  await expectInvariants(county);
});
