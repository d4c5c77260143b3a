import { amend } from '../../../domain/referral/acts/amend';
import { dispatch } from '../../../domain/referral/acts/dispatch';
import { giveUp } from '../../../domain/referral/acts/give-up';
import { noteCorrection } from '../../../domain/referral/acts/note-correction';
import { noteGivenUp } from '../../../domain/referral/acts/note-given-up';
import { noteReceipt } from '../../../domain/referral/acts/note-receipt';
import { recall } from '../../../domain/referral/acts/recall';
import { receive } from '../../../domain/referral/acts/receive';
import { refuseReceipt } from '../../../domain/referral/acts/refuse-receipt';
import { remind } from '../../../domain/referral/acts/remind';
import { reportOutcome } from '../../../domain/referral/acts/report-outcome';
import { referral } from '../../../domain/referral/process';
import { openReferral, type ReferralKind, type ReferralState } from '../../../domain/referral/state';
import {
  clock,
  fire,
  fireHandler,
  fireLeader,
  lead,
  leadHandler,
  leadLeader,
  tax,
  strangeHandler,
  supervisor,
} from '../situations/people';
import { now, playing } from '../situations/play';
import { opened as visit } from '../situations/visits';
import { lostFile, scan } from '../situations/world';

const letter = playing(referral);
const draft = (kind: ReferralKind) => openReferral({ visit, department: lead, kind, serial: 1, at: now.at });
const content = { addressee: fire, facts: '现场发现消防通道堵塞', legalBasis: '消防法第二十八条' };
const amended = (kind: ReferralKind) => letter.after(amend, draft(kind), leadHandler, content);
const sent = (kind: ReferralKind) => letter.after(dispatch, amended(kind), leadLeader);
const received = letter.after(receive, sent('crossNotice'), fireHandler);
const refused = letter.after(refuseReceipt, sent('crossNotice'), fireHandler, { reason: '不属本部门职责' });
const outcome = { statement: '已责令改正并复查合格' };

test('a draft never leaves the house by itself and is hidden from the addressee', () => {
  expect(draft('crossNotice')).toMatchObject({ stage: 'draft', attempt: 0, addressee: undefined });
  expect(draft('caseUnit').addressee).toBe(lead);
  expect(referral.relations(amended('crossNotice'), fireHandler)).toEqual(['any']);
  expect(referral.departments(amended('crossNotice'))).toEqual([lead]);
  expect(referral.relations(sent('crossNotice'), fireHandler)).toEqual(['any', 'addressee']);
  expect(referral.departments(sent('crossNotice'))).toEqual([lead, fire]);
  expect(referral.departments(sent('publicCredit'))).toEqual([lead]);
  expect(referral.departments({ ...sent('crossNotice'), addressee: undefined })).toEqual([lead]);
  expect(referral.relations(undefined, clock)).toEqual(['any', 'clock']);
  expect(referral.parent(draft('caseUnit'))).toBe(visit.id);
});

test('the handler completes it: facts, basis, and for a cross-notice another department that exists', () => {
  expect(amended('crossNotice')).toMatchObject({ stage: 'draft', addressee: fire, draftedBy: leadHandler.account });
  expect(amended('publicCredit').addressee).toBeUndefined();
  expect(amended('caseUnit').addressee).toBe(lead);
  const amending = (change: object, world = {}) =>
    letter.code(amend, draft('crossNotice'), leadHandler, { ...content, ...change }, world);
  expect(amending({ addressee: undefined })).toBe('ADDRESSEE_NEEDED');
  expect(amending({ addressee: lead })).toBe('ADDRESSEE_IS_SENDER');
  expect(amending({}, { departments: () => [] })).toBe('DEPARTMENT_UNKNOWN');
  const other = { id: 'referral/Y9', kind: 'crossNotice', stage: 'draft', addressee: fire } as const;
  const toFire = { openReferrals: () => [other] };
  expect(amending({}, toFire)).toBe('REFERRAL_RUNNING');
  expect(amending({ addressee: tax }, toFire)).toBe('passed');
  // The one that is written, and the one that the finding itself addressed, stand in nobody's way.
  expect(letter.code(amend, amended('crossNotice'), leadHandler, content, toFire)).toBe('passed');
  expect(amending({ attachments: [lostFile] })).toBe('FILE_UNKNOWN');
  expect(amending({ attachments: [scan] })).toBe('passed');
  expect(amending({ catalogueCode: '1234567890123' })).toBe('INVALID_INPUT');
  expect(amending({ catalogueCode: '12345678901234' })).toBe('passed');
  expect(letter.code(amend, draft('publicCredit'), leadHandler, { ...content, addressee: undefined })).toBe('passed');
  for (const actor of [fireHandler, leadLeader, strangeHandler])
    expect(letter.code(amend, draft('crossNotice'), actor, content)).toBe('NOT_ENTITLED');
  expect(letter.code(amend, sent('crossNotice'), leadHandler, content)).toBe('WRONG_STAGE');
});

describe('dispatch', () => {
  test('is by the leader, who is not the one who drafted, and of a referral that is complete', () => {
    expect(letter.code(dispatch, draft('crossNotice'), leadLeader)).toBe('REFERRAL_INCOMPLETE');
    expect(letter.code(dispatch, { ...amended('crossNotice'), legalBasis: undefined }, leadLeader)).toBe(
      'REFERRAL_INCOMPLETE',
    );
    expect(letter.code(dispatch, amended('crossNotice'), { ...leadLeader, account: leadHandler.account })).toBe(
      'SAME_PERSON',
    );
    expect(letter.code(dispatch, { ...amended('crossNotice'), addressee: undefined }, leadLeader)).toBe(
      'ADDRESSEE_NEEDED',
    );
    for (const actor of [leadHandler, fireLeader])
      expect(letter.code(dispatch, amended('crossNotice'), actor)).toBe('NOT_ENTITLED');
  });

  test('to a department is a letter, to a platform a message, each with the key of its attempt', () => {
    const toDepartment = letter.decision(dispatch, amended('crossNotice'), leadLeader);
    expect(toDepartment.outbox).toEqual([]);
    expect(toDepartment.effects).toMatchObject([{ document: 'referral-letter', key: `${toDepartment.next.id}/1` }]);
    const toPlatform = letter.decision(dispatch, amended('jointDiscipline'), leadLeader);
    expect(toPlatform.outbox).toMatchObject([
      { platform: 'joint-discipline', key: `${toPlatform.next.id}/1`, subjectKind: 'referral' },
    ]);
    expect(toPlatform.effects).toEqual([{ kind: 'wakeExchange', platform: 'joint-discipline' }]);
  });

  test('is never done twice for one attempt, and the next attempt has a new key', () => {
    expect(letter.code(dispatch, sent('publicCredit'), leadLeader)).toBe('WRONG_STAGE');
    const parked = letter.after(noteGivenUp, sent('publicCredit'), clock, {
      code: 'CATALOGUE_CODE',
      reason: '缺少目录编码',
    });
    expect(parked).toMatchObject({ stage: 'refused', refusal: { code: 'CATALOGUE_CODE' } });
    expect(letter.code(dispatch, parked, leadLeader)).toBe('WRONG_STAGE');
    const mended = letter.after(amend, parked, leadHandler, { ...content, catalogueCode: '12345678901234' });
    expect(mended.refusal).toBeUndefined();
    const again = letter.decision(dispatch, mended, leadLeader);
    expect(again.next.attempt).toBe(2);
    expect(again.outbox?.[0]?.key).toBe(`${again.next.id}/2`);
  });
});

test('whether somebody there can take it is asked when it is sent, and of other units alone', () => {
  const world = (known: boolean, handlers: number) => ({ receiver: () => ({ known, handlers }) });
  const sending = (kind: ReferralKind, answer: ReturnType<typeof world>) =>
    letter.code(dispatch, amended(kind), leadLeader, {}, answer);
  expect(sending('crossNotice', world(false, 0))).toBe('ADDRESSEE_GONE');
  expect(sending('crossNotice', world(true, 0))).toBe('ADDRESSEE_WITHOUT_HANDLER');
  expect(sending('crossNotice', world(true, 1))).toBe('passed');
  for (const kind of ['caseUnit', 'jointDiscipline'] as const) expect(sending(kind, world(false, 0))).toBe('passed');
  // The way on: the handler names another unit, as long as it is not sent.
  expect(letter.code(amend, amended('crossNotice'), leadHandler, { ...content, addressee: tax })).toBe('passed');
});

describe('the receiver', () => {
  test('of the county acknowledges or refuses, and reports what became of it', () => {
    expect(received).toMatchObject({ stage: 'received', receipt: { by: fireHandler.account } });
    expect(refused).toMatchObject({ stage: 'refused', refusal: { code: 'REFUSED_BY_DEPARTMENT' } });
    expect(letter.after(reportOutcome, received, fireHandler, outcome)).toMatchObject({ stage: 'concluded', outcome });
    expect(letter.code(reportOutcome, received, leadHandler, outcome)).toBe('ADDRESSEE_REPORTS');
    expect(letter.code(reportOutcome, received, fireHandler, { ...outcome, attachments: [lostFile] })).toBe(
      'FILE_UNKNOWN',
    );
    expect(
      letter.decision(reportOutcome, received, fireHandler, { ...outcome, attachments: [scan] }).attachments,
    ).toEqual([`sha-${scan}`]);
    expect(letter.code(reportOutcome, sent('crossNotice'), fireHandler, outcome)).toBe('WRONG_STAGE');
    expect(letter.code(refuseReceipt, sent('crossNotice'), fireHandler)).toBe('INVALID_INPUT');
    for (const actor of [strangeHandler, supervisor, fireLeader]) {
      for (const act of [receive, refuseReceipt, reportOutcome])
        expect(letter.code(act, sent('crossNotice'), actor, { ...outcome, reason: '无权' })).toBe('NOT_ENTITLED');
    }
  });

  test('outside gives a receipt: credit records end with it, joint action still has an outcome that the sender enters', () => {
    expect(letter.after(noteReceipt, sent('publicCredit'), clock, { reference: 'R-1' })).toMatchObject({
      stage: 'concluded',
      receipt: { reference: 'R-1' },
    });
    const joint = letter.after(noteReceipt, sent('jointDiscipline'), clock, { reference: 'R-2' });
    expect(joint.stage).toBe('received');
    expect(letter.after(reportOutcome, joint, leadHandler, outcome).stage).toBe('concluded');
    expect(letter.code(noteReceipt, sent('publicCredit'), leadHandler, { reference: 'R-3' })).toBe('NOT_ENTITLED');
    expect(letter.code(receive, sent('publicCredit'), fireHandler)).toBe('NOT_ENTITLED');
  });
});

test('the sender’s leader takes back what lies with a unit where nobody is left, and never from one that can do it', () => {
  const world = (known: boolean, handlers: number) => ({ receiver: () => ({ known, handlers }) });
  const nobody = world(true, 0);
  const why = { reason: '经办人已调离，无人签收' };
  for (const state of [sent('crossNotice'), received]) {
    expect(letter.code(recall, state, leadLeader, why, world(true, 1))).toBe('ADDRESSEE_HAS_HANDLER');
    for (const answer of [nobody, world(false, 0)])
      expect(letter.code(recall, state, leadLeader, why, answer)).toBe('passed');
    for (const actor of [leadHandler, fireHandler, fireLeader, strangeHandler])
      expect(letter.code(recall, state, actor, why, nobody)).toBe('NOT_ENTITLED');
  }
  expect(letter.code(recall, received, leadLeader, {}, nobody)).toBe('INVALID_INPUT');
  for (const kind of ['publicCredit', 'jointDiscipline'] as const)
    expect(letter.code(recall, sent(kind), leadLeader, why, nobody)).toBe('ADDRESSEE_IS_PLATFORM');
  for (const state of [amended('crossNotice'), refused])
    expect(letter.code(recall, state, leadLeader, why, nobody)).toBe('WRONG_STAGE');

  const recalled = letter.after(recall, received, leadLeader, why, nobody);
  expect(recalled).toMatchObject({ stage: 'refused', refusal: { by: leadLeader.account, ...why }, receipt: undefined });
  // It is the handler's again, with the reason; another unit gets it as an attempt of its own, and what came too late finds nothing.
  expect(referral.waiting(recalled)).toMatchObject([{ act: 'referral.amend', department: lead, returned: true }]);
  expect(letter.code(reportOutcome, recalled, fireHandler, outcome)).toBe('WRONG_STAGE');
  const again = letter.after(
    dispatch,
    letter.after(amend, recalled, leadHandler, { ...content, addressee: tax }),
    leadLeader,
  );
  expect(again).toMatchObject({ stage: 'dispatched', addressee: tax, attempt: 2 });
});

test('the sender reminds while it is unanswered', () => {
  expect(letter.after(remind, sent('crossNotice'), leadHandler).reminders).toEqual([now.at]);
  expect(letter.code(remind, received, leadHandler)).toBe('passed');
  const reminded = letter.after(remind, received, leadHandler);
  expect(letter.attempt(remind, reminded, leadHandler)).toMatchObject({
    refused: { code: 'REMINDED_LATELY', details: { day: '2026-03-11' } },
  });
  expect(referral.waiting(reminded)).toMatchObject([{ remindedAt: now.at }]);
  expect(letter.code(remind, amended('crossNotice'), leadHandler)).toBe('WRONG_STAGE');
  expect(letter.code(remind, received, fireHandler)).toBe('NOT_ENTITLED');
});

test('the leader gives up what is not to be sent, with a reason, never what is on its way', () => {
  const why = { reason: '经查不属实' };
  expect(letter.after(giveUp, refused, leadLeader, why).stage).toBe('givenUp');
  expect(letter.after(giveUp, draft('caseUnit'), leadLeader, why).stage).toBe('givenUp');
  expect(letter.code(giveUp, sent('crossNotice'), leadLeader, why)).toBe('WRONG_STAGE');
  expect(letter.code(giveUp, refused, leadHandler, why)).toBe('NOT_ENTITLED');
  expect(letter.code(amend, letter.after(giveUp, refused, leadLeader, why), leadHandler, content)).toBe('CASE_CLOSED');
});

test.each<[string, ReferralState, string[]]>([
  ['an empty draft', draft('crossNotice'), [`referral.amend ${lead}`]],
  ['a complete draft', amended('crossNotice'), [`referral.dispatch ${lead}`]],
  ['one that was sent to a department', sent('crossNotice'), [`referral.receive ${fire}`]],
  ['one that was sent to a platform', sent('publicCredit'), []],
  ['one that was received', received, [`referral.reportOutcome ${fire}`]],
  [
    'one that joint action received',
    letter.after(noteReceipt, sent('jointDiscipline'), clock, { reference: 'R' }),
    [`referral.reportOutcome ${lead}`],
  ],
  ['one that was refused', refused, [`referral.amend ${lead}`]],
  ['one that ended', letter.after(reportOutcome, received, fireHandler, outcome), []],
])('whom %s waits for', (_name, state, expected) => {
  expect(referral.waiting(state).map(({ act, department }) => `${act} ${department}`)).toEqual(expected);
});

test('the credit system hears of a result once: by its publication, where there is or will be one', () => {
  const told = (answer: object) => ({ toldPlatform: () => ({ awaited: false, ...answer }) });
  const after = letter.decision(dispatch, amended('publicCredit'), leadLeader, {}, told({ reference: 'XY00000001' }));
  expect(after.next).toMatchObject({ stage: 'concluded', attempt: 0, receipt: { reference: 'XY00000001' } });
  expect([after.outbox ?? [], after.effects ?? []]).toEqual([[], []]);
  expect(letter.code(dispatch, amended('publicCredit'), leadLeader, {}, told({ awaited: true }))).toBe(
    'GOES_WITH_PUBLICATION',
  );
  expect(letter.decision(dispatch, amended('publicCredit'), leadLeader).outbox).toHaveLength(1);
  for (const answer of [{ awaited: true }, { reference: 'XY00000001' }])
    expect(letter.decision(dispatch, amended('jointDiscipline'), leadLeader, {}, told(answer)).outbox).toHaveLength(1);
});

test('a correction of the result sends what has not left back to the handler, and is shown on what has', () => {
  const input = { resultVersion: 2, code: 'E' };
  const overtaken = letter.after(noteCorrection, amended('crossNotice'), clock, input);
  expect(overtaken).toMatchObject({ stage: 'draft', facts: content.facts, corrected: { version: 2, code: 'E' } });
  expect(referral.waiting(overtaken)).toMatchObject([{ act: 'referral.amend', department: lead }]);
  expect(letter.code(dispatch, overtaken, leadLeader)).toBe('RESULT_CORRECTED');
  // A form that was opened before the correction is not the one that stands.
  expect(letter.code(amend, overtaken, leadHandler, { ...content, version: 1 })).toBe('STALE_VERSION');
  const readOver = letter.after(amend, overtaken, leadHandler, content);
  expect(readOver.corrected).toBeUndefined();
  expect(letter.code(dispatch, readOver, leadLeader)).toBe('passed');
  const out = letter.after(noteCorrection, sent('crossNotice'), clock, input);
  expect(out).toMatchObject({ stage: 'dispatched', corrected: { version: 2 } });
  expect(letter.code(receive, out, fireHandler)).toBe('passed');
  expect(letter.code(noteCorrection, amended('crossNotice'), leadHandler, input)).toBe('NOT_ENTITLED');
  expect(
    letter.code(
      noteCorrection,
      letter.after(giveUp, amended('caseUnit'), leadLeader, { reason: '不移送' }),
      clock,
      input,
    ),
  ).toBe('CASE_CLOSED');
});
