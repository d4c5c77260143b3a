import type { Actor } from '../../../domain/actor';
import { cancel } from '../../../domain/consultation/acts/cancel';
import { draftAnswer } from '../../../domain/consultation/acts/draft-answer';
import { handOn } from '../../../domain/consultation/acts/hand-on';
import { lapse } from '../../../domain/consultation/acts/lapse';
import { remind } from '../../../domain/consultation/acts/remind';
import { returnDraft } from '../../../domain/consultation/acts/return-draft';
import { sendAnswer } from '../../../domain/consultation/acts/send-answer';
import { answered } from '../../../domain/consultation/answered';
import { consultation } from '../../../domain/consultation/process';
import { openRound, silent, type ConsultationState } from '../../../domain/consultation/state';
import type { SilenceMeans } from '../../../domain/joint-check/state';
import { drafted } from '../situations/joint-checks';
import {
  clock,
  fire,
  fireHandler,
  fireLeader,
  fireLiaison,
  lead,
  leadHandler,
  leadLeader,
  officeDirector,
  strangeHandler,
  strangeLeader,
  tax,
  taxHandler,
  taxLeader,
} from '../situations/people';
import { now, playing } from '../situations/play';
import { lostFile, scan } from '../situations/world';

const round = playing(consultation);
const opened = (silence: SilenceMeans = 'agreed'): ConsultationState =>
  openRound({ check: drafted, round: 1, departments: [fire, tax], silence, due: { date: '2026-03-17' }, at: now.at });
const open = opened();
const withDraft = round.after(draftAnswer, open, fireHandler, {
  verdict: 'object',
  reasons: '人手不足',
  attachments: [scan],
});
/** A department agrees the way it should: its handler drafts, its leader sends. */
const agreed = (state: ConsultationState, handler: Actor, leader: Actor): ConsultationState =>
  round.after(sendAnswer, round.after(draftAnswer, state, handler, { verdict: 'agree' }), leader);
const fireAgreed = agreed(open, fireHandler, fireLeader);

test('a round asks each participant; its one letter is numbered by the register of the lead', () => {
  expect(open).toMatchObject({ id: 'consultation/320723-2026-L0007-Z1', stage: 'open', lead });
  expect(Object.values(open.letters)).toEqual([{}, {}]);
});

test('a leader sends unopened nothing but a consent without a word', () => {
  const unopened = { opening: () => ({}) };
  expect(round.code(sendAnswer, withDraft, fireLeader, {}, unopened)).toBe('ROW_NOT_OPENED');
  expect(round.code(sendAnswer, withDraft, fireLeader, { verdict: 'agree' }, unopened)).toBe('ROW_NOT_OPENED');
  const plain = round.after(draftAnswer, open, fireHandler, { verdict: 'agree' });
  expect(round.code(sendAnswer, plain, fireLeader, {}, unopened)).toBe('passed');
  expect(round.code(sendAnswer, withDraft, fireLeader)).toBe('passed');
});

test('a liaison hands the letter on once and answers nothing', () => {
  const handed = round.after(handOn, open, fireLiaison, { note: '请危化科办' });
  expect(handed.letters[fire]?.handedOn).toMatchObject({ by: fireLiaison.account, note: '请危化科办' });
  expect(round.code(handOn, handed, fireLiaison)).toBe('ALREADY_HANDED_ON');
  expect(round.code(handOn, fireAgreed, fireLiaison)).toBe('ALREADY_ANSWERED');
  expect(round.code(draftAnswer, open, fireLiaison, { verdict: 'agree' })).toBe('NOT_ENTITLED');
  expect(round.code(sendAnswer, open, fireLiaison, { verdict: 'agree' })).toBe('NOT_ENTITLED');
  expect(round.code(handOn, open, { ...fireLiaison, department: lead })).toBe('NOT_ENTITLED');
});

test('the handler drafts with reasons for anything but plain agreement', () => {
  expect(withDraft.letters[fire]?.draft).toMatchObject({ verdict: 'object', by: fireHandler.account });
  expect(round.code(draftAnswer, open, fireHandler, { verdict: 'agree' })).toBe('passed');
  for (const verdict of ['object', 'agreeWithComments'])
    expect(round.code(draftAnswer, open, fireHandler, { verdict })).toBe('REASON_NEEDED');
  expect(round.code(draftAnswer, open, fireHandler, { verdict: 'agree', attachments: [lostFile] })).toBe(
    'FILE_UNKNOWN',
  );
  expect(round.code(draftAnswer, fireAgreed, fireHandler, { verdict: 'agree' })).toBe('ALREADY_ANSWERED');
  for (const actor of [strangeHandler, leadHandler, fireLeader])
    expect(round.code(draftAnswer, open, actor, { verdict: 'agree' })).toBe('NOT_ENTITLED');
});

test('the leader gives a draft back with a reason', () => {
  expect(round.after(returnDraft, withDraft, fireLeader, { reason: '理由不足' }).letters[fire]?.draft).toBeUndefined();
  expect(round.code(returnDraft, open, fireLeader, { reason: '理由不足' })).toBe('NO_DRAFT');
  expect(round.code(returnDraft, fireAgreed, fireLeader, { reason: '理由不足' })).toBe('ALREADY_ANSWERED');
  expect(round.code(returnDraft, withDraft, fireHandler, { reason: '理由不足' })).toBe('NOT_ENTITLED');
  expect(round.code(returnDraft, withDraft, taxLeader, { reason: '理由不足' })).toBe('NO_DRAFT');
});

describe('the leader sends', () => {
  test('the draft as it stands, and the check is told', () => {
    const { next, effects } = round.decision(sendAnswer, withDraft, fireLeader);
    expect(next.letters[fire]).toMatchObject({
      draft: undefined,
      answer: { verdict: 'object', reasons: '人手不足', attachments: [scan], by: fireLeader.account },
    });
    expect(effects).toMatchObject([
      { kind: 'issueDocument', document: 'consultation-reply', department: fire },
      {
        act: 'jointCheck.noteAnswer',
        id: drafted.id,
        input: { round: 1, department: fire, verdict: 'object', reasons: '人手不足' },
      },
    ]);
    expect(next.stage).toBe('open');
  });

  test('another verdict only with reasons of its own; the handler’s do not slip in under it', () => {
    expect(round.code(sendAnswer, withDraft, fireLeader, { verdict: 'agreeWithComments' })).toBe('REASON_NEEDED');
    expect(
      round.after(sendAnswer, withDraft, fireLeader, { verdict: 'agree' }).letters[fire]?.answer?.reasons,
    ).toBeUndefined();
    expect(round.after(sendAnswer, withDraft, fireLeader, { verdict: 'object' }).letters[fire]?.answer?.reasons).toBe(
      '人手不足',
    );
    expect(
      round.after(sendAnswer, withDraft, fireLeader, { reasons: '改写的理由' }).letters[fire]?.answer,
    ).toMatchObject({ verdict: 'object', reasons: '改写的理由' });
  });

  test('once, for their own department, and not out of nothing', () => {
    expect(round.code(sendAnswer, open, fireLeader)).toBe('NO_DRAFT');
    expect(round.code(sendAnswer, open, fireLeader, { verdict: 'agree' })).toBe('NO_DRAFT');
    expect(round.code(sendAnswer, fireAgreed, fireLeader, { verdict: 'agree' })).toBe('ALREADY_ANSWERED');
    for (const actor of [fireHandler, strangeLeader, leadLeader, officeDirector])
      expect(round.code(sendAnswer, withDraft, actor)).toBe('NOT_ENTITLED');
  });

  test('and is never the one who drafted, also where one account holds both capacities', () => {
    expect(round.code(sendAnswer, withDraft, { ...fireLeader, account: fireHandler.account })).toBe('SAME_PERSON');
    expect(round.code(sendAnswer, withDraft, fireLeader)).toBe('passed');
  });

  test('and the last answer closes the round', () => {
    const last = round.decision(
      sendAnswer,
      round.after(draftAnswer, fireAgreed, taxHandler, { verdict: 'agree' }),
      taxLeader,
    );
    expect(last.next.stage).toBe('closed');
    expect(last.effects?.at(-1)).toMatchObject({ act: 'jointCheck.closeRound', input: { round: 1 } });
    expect(round.code(draftAnswer, last.next, taxHandler, { verdict: 'agree' })).toBe('CASE_CLOSED');
    expect(round.code(lapse, last.next, clock)).toBe('CASE_CLOSED');
  });
});

describe('silence after the term', () => {
  test('where it means consent: the silent agree by default, said to be deemed, and the round closes', () => {
    const { next, effects } = round.decision(lapse, fireAgreed, clock);
    expect(next).toMatchObject({
      stage: 'closed',
      lapsed: now.at,
      letters: { [tax]: { answer: { verdict: 'agree', deemed: true, by: 'system' } } },
    });
    expect(next.letters[fire]?.answer?.deemed).toBeUndefined();
    expect(effects?.map((effect) => 'act' in effect && effect.act)).toEqual([
      'jointCheck.noteAnswer',
      'jointCheck.closeRound',
    ]);
    expect(round.decision(lapse, open, clock).effects).toHaveLength(3);
  });

  test('where it goes to the leader: the letter waits for the leader and nobody is deemed to agree', () => {
    const fireAnswered = agreed(opened('leader'), fireHandler, fireLeader);
    const lapsed = round.after(lapse, fireAnswered, clock);
    expect(lapsed).toMatchObject({ stage: 'open', letters: { [tax]: { escalated: now.at } } });
    expect(lapsed.letters[fire]?.escalated).toBeUndefined();
    expect(silent(lapsed)).toEqual([tax]);
    expect(consultation.waiting(lapsed)).toMatchObject([
      { act: 'consultation.sendAnswer', capacity: 'departmentLeader', department: tax },
    ]);
    expect(round.code(sendAnswer, lapsed, taxLeader, { verdict: 'object' })).toBe('REASON_NEEDED');
    expect(round.after(sendAnswer, lapsed, taxLeader, { verdict: 'agree' }).stage).toBe('closed');
  });

  test('where it blocks: the round stays open and waits as before', () => {
    const lapsed = round.after(lapse, opened('blocks'), clock);
    expect(lapsed.stage).toBe('open');
    expect(silent(lapsed)).toEqual([fire, tax]);
    expect(consultation.waiting(lapsed)).toEqual(consultation.waiting(opened('blocks')));
  });

  test('is noticed once, by the clock alone', () => {
    const lapsed = round.after(lapse, opened('blocks'), clock);
    expect(round.code(lapse, lapsed, clock)).toBe('ALREADY_LAPSED');
    expect(round.code(lapse, open, leadHandler)).toBe('NOT_ENTITLED');
  });
});

test('lead and clock remind those who are silent, nobody else does', () => {
  expect(round.after(remind, fireAgreed, leadHandler).reminders).toEqual([
    { at: now.at, departments: [tax], by: leadHandler.account },
  ]);
  expect(round.code(remind, open, clock)).toBe('passed');
  expect(round.code(remind, open, fireHandler)).toBe('NOT_ENTITLED');
  const stuck: ConsultationState = { ...agreed(fireAgreed, taxHandler, taxLeader), stage: 'open' };
  expect(round.code(remind, stuck, leadHandler)).toBe('NOBODY_TO_ASK');
});

test('a unit is not reminded again before the least interval is over, and all others are', () => {
  const once = round.after(remind, open, leadHandler, { departments: [fire] });
  expect(once.reminders).toEqual([{ at: now.at, departments: [fire], by: leadHandler.account }]);
  expect(round.attempt(remind, once, leadHandler, { departments: [fire] })).toMatchObject({
    refused: { code: 'REMINDED_LATELY', details: { day: '2026-03-11', field: 'departments' } },
  });
  // Who names two units means both.
  expect(round.code(remind, once, leadHandler, { departments: [tax, fire] })).toBe('REMINDED_LATELY');
  const all = round.after(remind, once, leadHandler);
  expect(all.reminders.at(-1)?.departments).toEqual([tax]);
  expect(round.code(remind, all, leadHandler)).toBe('REMINDED_LATELY');
  // On the day that the letter said, the clock reminds all the same.
  expect(round.after(remind, all, clock).reminders.at(-1)?.departments).toEqual([fire, tax]);
  const tomorrow = playing(consultation, { ...now, at: '2026-03-11T01:00:00.000Z', today: '2026-03-11' });
  expect(tomorrow.after(remind, all, leadHandler).reminders.at(-1)?.departments).toEqual([fire, tax]);
  const rare = { setting: () => 3 };
  expect(tomorrow.code(remind, all, leadHandler, {}, rare)).toBe('REMINDED_LATELY');
  expect(round.code(remind, all, leadHandler, {}, { setting: () => 0 })).toBe('passed');
});

test('only who has not answered is reminded, and their task says so', () => {
  expect(round.code(remind, fireAgreed, leadHandler, { departments: [fire] })).toBe('NOT_AWAITED');
  expect(round.code(remind, open, leadHandler, { departments: [lead] })).toBe('NOT_AWAITED');
  const reminded = round.after(remind, open, leadHandler, { departments: [tax] });
  const said = (state: ConsultationState) =>
    consultation.waiting(state).map(({ department, remindedAt }) => [department, remindedAt]);
  expect(said(open).every(([, at]) => at === undefined)).toBe(true);
  expect(new Set(said(reminded).map(String))).toEqual(new Set([`${fire},`, `${tax},${now.at}`]));
});

test('a round that is cancelled asks nobody any more', () => {
  const cancelled = round.after(cancel, open, clock);
  expect(consultation.waiting(cancelled)).toEqual([]);
  expect(round.code(sendAnswer, cancelled, fireLeader, { verdict: 'agree' })).toBe('CASE_CLOSED');
  expect(round.code(cancel, open, leadHandler)).toBe('NOT_ENTITLED');
});

describe('whom the round waits for', () => {
  const waits = (state: ConsultationState) =>
    consultation.waiting(state).map(({ act, department }) => `${act} ${department}`);

  test('liaison and handler, then the handler, then the leader', () => {
    const handed = round.after(handOn, fireAgreed, { ...fireLiaison, department: tax });
    expect(waits(fireAgreed)).toEqual([`consultation.draftAnswer ${tax}`, `consultation.handOn ${tax}`]);
    expect(waits(handed)).toEqual([`consultation.draftAnswer ${tax}`]);
    expect(waits(round.after(draftAnswer, handed, taxHandler, { verdict: 'agree' }))).toEqual([
      `consultation.sendAnswer ${tax}`,
    ]);
  });

  test('until the day due, or until the calendar of a year is published', () => {
    expect(consultation.waiting(open)[0]).toMatchObject({ due: '2026-03-17' });
    const undated = consultation.waiting({ ...open, due: { pendingYear: 2027 } })[0];
    expect(undated).toMatchObject({ pendingYear: 2027 });
    expect(undated).not.toHaveProperty('due');
  });

  test('who sees it', () => {
    expect(consultation.departments(open)).toEqual([lead, fire, tax]);
    expect(consultation.parent(open)).toBe(drafted.id);
    expect(consultation.relations(undefined, clock)).toEqual(['any', 'clock']);
    expect(consultation.relations(open, { ...fireHandler, department: 'constructor' })).toEqual(['any']);
  });
});

test('a rule called without the letter it is about refuses instead of inventing one', () => {
  const noLetter = { verdict: 'agree', attachments: [], reason: '无' };
  for (const act of [draftAnswer, handOn, returnDraft, sendAnswer]) {
    expect(act.decide(open, noLetter, strangeHandler, now, { files: [] })).toMatchObject({
      refused: { code: 'NOT_ENTITLED' },
    });
  }
  expect(
    answered(open, 'JYTY', { verdict: 'agree', attachments: [], by: 'x', at: '' }, now).next.letters['JYTY']?.number,
  ).toBe('');
});
