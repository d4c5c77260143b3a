import { complete } from '../../../domain/joint-check/acts/complete';
import { decide } from '../../../domain/joint-check/acts/decide';
import { fulfilCondition } from '../../../domain/joint-check/acts/fulfil-condition';
import { noteDraw } from '../../../domain/joint-check/acts/note-draw';
import { noteStart } from '../../../domain/joint-check/acts/note-start';
import { proposeDecision } from '../../../domain/joint-check/acts/propose-decision';
import { revise } from '../../../domain/joint-check/acts/revise';
import { terminate } from '../../../domain/joint-check/acts/terminate';
import { withdraw } from '../../../domain/joint-check/acts/withdraw';
import { jointCheck } from '../../../domain/joint-check/process';
import type { JointCheckState } from '../../../domain/joint-check/state';
import {
  agreed,
  approved,
  check,
  conditional,
  consulting,
  drafted,
  drawn,
  minutes,
  onMinutes,
  objected,
  proposed,
  returned,
  scheme,
  submitted,
  underway,
} from '../situations/joint-checks';
import {
  clock,
  fire,
  fireLeader,
  lead,
  leadHandler,
  leadLeader,
  officeDirector,
  officeHandler,
  strangeHandler,
  supervisor,
  tax,
} from '../situations/people';
import { lostFile, scan } from '../situations/world';

const confirm = { consent: 'confirm' };
const proposing = (change: object) => check.code(proposeDecision, submitted, officeHandler, { ...minutes, ...change });
const proposal = (change: object) => check.after(proposeDecision, submitted, officeHandler, { ...minutes, ...change });

describe('a proposed decision', () => {
  test('to approve names what it rests on: signed minutes or a standing authorisation', () => {
    expect(proposed.proposedDecision?.basis).toMatchObject({ kind: 'minutes', date: '2026-03-09' });
    expect(proposal({ basis: 'authorisation', authorisation: 'standing-1' }).proposedDecision?.basis).toMatchObject({
      kind: 'authorisation',
      id: 'standing-1',
    });
    expect(proposing({ basis: undefined })).toBe('BASIS_NEEDED');
    expect(proposing({ basis: 'authorisation', authorisation: 'expired-9' })).toBe('AUTHORISATION_NOT_VALID');
    expect(proposing({ basis: 'authorisation' })).toBe('BASIS_NEEDED');
    expect(proposing({ minutesNumber: undefined })).toBe('MINUTES_INCOMPLETE');
    expect(proposing({ minutesDate: undefined })).toBe('MINUTES_INCOMPLETE');
    expect(proposing({ attachments: [] })).toBe('MINUTES_INCOMPLETE');
    expect(proposing({ attachments: [lostFile] })).toBe('FILE_UNKNOWN');
    expect(proposing({ minutesDate: '2026-03-11' })).toBe('DATE_IN_FUTURE');
    expect(proposing({ minutesDate: '2026-03-10' })).toBe('passed');
    expect(proposing({ authorisation: 'a\u0000b' })).toBe('INVALID_INPUT');
  });

  test('to return or refuse says why; to refuse rests on the conference as well, to return on nothing', () => {
    const plain = (outcome: string, more: object = {}) =>
      check.code(proposeDecision, submitted, officeHandler, { outcome, ...more });
    for (const outcome of ['return', 'reject']) expect(plain(outcome)).toBe('REASON_NEEDED');
    expect(plain('return', { reason: '比例过高' })).toBe('passed');
    expect(plain('reject', { reason: '比例过高' })).toBe('BASIS_NEEDED');
    expect(proposing({ outcome: 'reject', reason: '比例过高' })).toBe('passed');
  });

  test('an authorisation carries what its scope says: the matter, and the class of every item, when it is decided, too', () => {
    const by = (authorisation: string, more: object = {}) =>
      proposing({ basis: 'authorisation', authorisation, ...more });
    expect(by('standing-1')).toBe('passed');
    expect(by('standing-1', { outcome: 'reject', reason: '比例过高' })).toBe('AUTHORISATION_NOT_COVERING');
    expect(by('general-only')).toBe('AUTHORISATION_NOT_COVERING');
    const resting = (id: string): JointCheckState => ({
      ...proposed,
      proposedDecision: {
        outcome: 'approve',
        basis: { kind: 'authorisation', id, document: '灌市监联〔2026〕1号' },
        conditions: [],
        by: 'office-wang',
        at: '',
      },
    });
    expect(check.code(decide, resting('standing-1'), officeDirector, confirm)).toBe('passed');
    expect(check.code(decide, resting('general-only'), officeDirector, confirm)).toBe('AUTHORISATION_NOT_COVERING');
    expect(check.code(decide, resting('ended-since'), officeDirector, confirm)).toBe('AUTHORISATION_NOT_VALID');
  });

  test('has conditions exactly where its outcome says so', () => {
    expect(proposing({ outcome: 'approveWithConditions', conditions: ['补充安全方案'] })).toBe('passed');
    expect(proposing({ outcome: 'approveWithConditions' })).toBe('CONDITIONS_NEEDED');
    expect(proposing({ conditions: ['补充安全方案'] })).toBe('CONDITIONS_WITHOUT_OUTCOME');
  });

  test('is one at a time, by the office’s handler, of a check that was submitted', () => {
    expect(check.code(proposeDecision, proposed, officeHandler, minutes)).toBe('DECISION_PROPOSED');
    expect(check.code(proposeDecision, submitted, officeDirector, minutes)).toBe('NOT_ENTITLED');
    expect(check.code(proposeDecision, submitted, leadHandler, minutes)).toBe('NOT_ENTITLED');
    expect(check.code(proposeDecision, agreed, officeHandler, minutes)).toBe('WRONG_STAGE');
    expect(check.code(proposeDecision, { ...submitted, openRound: consulting.openRound }, officeHandler, minutes)).toBe(
      'ROUND_OPEN',
    );
    expect(check.code(proposeDecision, { ...submitted, toBeAsked: [fire] }, officeHandler, minutes)).toBe(
      'NOT_ALL_CONSULTED',
    );
  });
});

describe('the director', () => {
  test('decides on a proposal of somebody else, never of their own', () => {
    expect(check.code(decide, proposed, officeDirector, confirm)).toBe('passed');
    expect(check.code(decide, proposed, { ...officeDirector, account: officeHandler.account }, confirm)).toBe(
      'SAME_PERSON',
    );
    expect(check.code(decide, submitted, officeDirector, confirm)).toBe('NO_DECISION_PROPOSED');
    for (const actor of [officeHandler, leadLeader, supervisor, { ...officeDirector, department: lead }]) {
      expect(check.code(decide, proposed, actor, confirm)).toBe('NOT_ENTITLED');
    }
    expect(decide.decide(submitted, confirm, officeDirector, { at: '', today: '', submission: '' }, {})).toHaveProperty(
      'refused.code',
      'NO_DECISION_PROPOSED',
    );
  });

  test('sends a proposal back with a reason; the handler then proposes anew', () => {
    expect(check.code(decide, proposed, officeDirector, { consent: 'sendBack' })).toBe('REASON_NEEDED');
    const back = check.after(decide, proposed, officeDirector, { consent: 'sendBack', reason: '补充依据' });
    expect(back).toMatchObject({ stage: 'awaitingApproval', proposedDecision: undefined });
    expect(check.code(proposeDecision, back, officeHandler, minutes)).toBe('passed');
  });

  test('approves: letter, work plan, and a draw that may be frozen', () => {
    const { next, effects } = check.decision(decide, proposed, officeDirector, confirm);
    expect(next).toMatchObject({
      stage: 'approved',
      batches: 1,
      draw: 'draw/320723-2026-L0007-C1',
      decision: { by: 'office-wang', decidedBy: 'office-li' },
    });
    expect(effects?.map((effect) => ('document' in effect ? effect.document : effect.kind))).toEqual([
      'decision',
      'work-plan',
      'openCase',
    ]);
    expect(effects?.[2]).toMatchObject({ process: 'draw', state: { stage: 'awaitingFreeze' } });
  });

  test('returns to the lead, who revises; or rejects, which ends the check', () => {
    expect(returned.stage).toBe('returned');
    expect(returned.draw).toBeUndefined();
    expect(check.code(revise, returned, leadHandler, { scheme, version: 1, reason: '调整比例' })).toBe('passed');
    const rejected = check.after(
      decide,
      proposal({ outcome: 'reject', reason: '与上级计划重复' }),
      officeDirector,
      confirm,
    );
    expect(rejected).toMatchObject({ stage: 'terminated', ending: { reason: '与上级计划重复' } });
    expect(check.code(revise, rejected, leadHandler, { scheme, version: 1, reason: '调整比例' })).toBe('CASE_CLOSED');
    const unsaid: JointCheckState = {
      ...proposed,
      proposedDecision: { outcome: 'reject', conditions: [], by: 'office-wang', at: '' },
    };
    expect(check.after(decide, unsaid, officeDirector, confirm).ending?.reason).toBe('');
  });
});

describe('conditions of an approval', () => {
  const fulfilling = (condition: number) => ({ condition, note: '已完成' });

  test('block the draw until the last one is fulfilled, in whatever order', () => {
    const { effects } = check.decision(
      decide,
      proposal({ outcome: 'approveWithConditions', conditions: ['一项条件'] }),
      officeDirector,
      confirm,
    );
    expect(effects?.at(-1)).toMatchObject({ process: 'draw', state: { stage: 'blocked' } });
    const first = check.decision(fulfilCondition, conditional, leadHandler, fulfilling(1));
    expect(first.effects).toEqual([]);
    const second = check.decision(fulfilCondition, first.next, leadHandler, fulfilling(0));
    expect(second.effects).toMatchObject([{ kind: 'tellCase', act: 'draw.release', id: conditional.draw }]);
    expect(check.code(fulfilCondition, second.next, leadHandler, fulfilling(0))).toBe('NO_OPEN_CONDITION');
  });

  test('are fulfilled once each, by the lead, with files that exist', () => {
    const { next: first, attachments } = check.decision(fulfilCondition, conditional, leadHandler, {
      ...fulfilling(0),
      attachments: [scan],
    });
    expect(attachments).toEqual([`sha-${scan}`]);
    expect(check.code(fulfilCondition, first, leadHandler, fulfilling(0))).toBe('CONDITION_FULFILLED');
    expect(check.code(fulfilCondition, first, leadHandler, fulfilling(2))).toBe('CONDITION_UNKNOWN');
    expect(check.code(fulfilCondition, conditional, leadHandler, fulfilling(10))).toBe('INVALID_INPUT');
    expect(check.code(fulfilCondition, conditional, leadHandler, { ...fulfilling(0), attachments: [lostFile] })).toBe(
      'FILE_UNKNOWN',
    );
    expect(check.code(fulfilCondition, approved, leadHandler, fulfilling(0))).toBe('NO_OPEN_CONDITION');
    expect(check.code(fulfilCondition, conditional, officeHandler, fulfilling(0))).toBe('NOT_ENTITLED');
  });
});

test('the end of an approved check, which is public, is told to the public apart from the reason written inside', () => {
  const reason = { reason: '承办人反映被查企业有信访' };
  expect(check.code(withdraw, approved, leadLeader, reason)).toBe('PUBLIC_NOTE_NEEDED');
  expect(check.code(withdraw, submitted, leadLeader, reason)).toBe('passed');
  expect(check.after(withdraw, submitted, leadLeader, reason).ending).not.toHaveProperty('publicNote');
  expect(check.code(terminate, underway, officeDirector, { ...reason, ...onMinutes })).toBe('INVALID_INPUT');
});

describe('the check is carried out and ends', () => {
  const open = { checkCounts: () => ({ visits: 10, visited: 10, results: 20, awaitingPublication: 1 }) };

  test('drawn, underway, completed when no result waits for publication', () => {
    expect([drawn.stage, underway.stage]).toEqual(['drawn', 'underway']);
    expect(check.code(noteDraw, approved, clock, { draw: 'draw/other', drawn: 1 })).toBe('DRAW_UNKNOWN');
    expect(check.after(noteStart, drawn, clock, { visits: 0 }).stage).toBe('completed');
    expect(check.after(complete, underway, clock).stage).toBe('completed');
    expect(check.code(complete, underway, clock, {}, open)).toBe('RESULTS_OPEN');
    expect(check.code(complete, underway, officeDirector)).toBe('NOT_ENTITLED');
  });

  test('the lead’s leader withdraws until the draw and takes round and draw with it; afterwards only the office ends it', () => {
    const reason = { reason: '任务调整' };
    const early = check.decision(withdraw, consulting, leadLeader, reason);
    expect(early.next).toMatchObject({ stage: 'withdrawn', openRound: undefined });
    expect(early.effects).toMatchObject([{ act: 'consultation.cancel' }]);
    const told = { ...reason, publicNote: '任务调整，不再实施。' };
    expect(check.decision(withdraw, approved, leadLeader, told)).toMatchObject({
      next: { ending: told },
      effects: [{ act: 'draw.cancel' }],
    });
    expect(check.code(withdraw, drawn, leadLeader, reason)).toBe('WRONG_STAGE');
    expect(check.code(withdraw, drafted, leadHandler, reason)).toBe('NOT_ENTITLED');
    expect(check.code(withdraw, early.next, leadLeader, reason)).toBe('CASE_CLOSED');
    const ending = { ...told, ...onMinutes };
    const ended = check.decision(terminate, underway, officeDirector, ending);
    expect(ended.next.ending).toMatchObject({ ...told, basis: { kind: 'minutes', date: '2026-03-09' } });
    expect(ended.effects).toMatchObject([{ act: 'draw.cancel' }, { kind: 'tellVisits', act: 'visit.cancel' }]);
    expect(check.decision(terminate, drawn, officeDirector, ending).effects).toHaveLength(2);
    expect(check.decision(terminate, approved, officeDirector, ending).effects).toHaveLength(1);
    expect(check.code(terminate, submitted, officeDirector, ending)).toBe('WRONG_STAGE');
    expect(check.code(terminate, underway, officeHandler, ending)).toBe('NOT_ENTITLED');
    expect(check.code(terminate, underway, officeDirector, told)).toBe('BASIS_NEEDED');
    const authorised = { ...told, basis: 'authorisation', authorisation: 'to-extend' };
    expect(check.code(terminate, underway, officeDirector, authorised)).toBe('AUTHORISATION_NOT_COVERING');
  });
});

describe('whom the check waits for', () => {
  const waits = (state: JointCheckState) =>
    jointCheck.waiting(state).map(({ act, department, capacity }) => `${act} ${department} ${capacity}`);
  const noItems: JointCheckState = { ...agreed, toBeAsked: [tax] };

  test.each<[string, JointCheckState, string[]]>([
    ['drafting', drafted, ['jointCheck.consult SCJG departmentHandler']],
    ['a revision that touches nobody', { ...agreed, stage: 'drafting' }, ['jointCheck.submit SCJG departmentHandler']],
    ['a round under way', consulting, []],
    ['all agreed', agreed, ['jointCheck.submit SCJG departmentHandler']],
    ['an objection', objected, ['jointCheck.revise SCJG departmentHandler']],
    ['somebody not asked', noItems, ['jointCheck.revise SCJG departmentHandler']],
    ['submitted', submitted, ['jointCheck.proposeDecision OFFICE officeHandler']],
    ['proposed', proposed, ['jointCheck.decide OFFICE officeDirector']],
    ['returned', returned, ['jointCheck.revise SCJG departmentHandler']],
    ['conditions', conditional, ['jointCheck.fulfilCondition SCJG departmentHandler']],
    ['approved', approved, []],
    ['underway', underway, []],
  ])('%s', (_name, state, expected) => expect(waits(state)).toEqual(expected));

  test('who stands how to it, and who sees it', () => {
    expect(jointCheck.relations(drafted, leadHandler)).toEqual(['any', 'lead']);
    expect(jointCheck.relations(drafted, fireLeader)).toEqual(['any', 'participant']);
    expect(jointCheck.relations(drafted, officeHandler)).toEqual(['any', 'office']);
    expect(jointCheck.relations(drafted, clock)).toEqual(['any', 'clock']);
    expect(jointCheck.relations(drafted, strangeHandler)).toEqual(['any']);
    expect(jointCheck.departments(drafted)).toEqual([lead, fire, tax]);
    expect(jointCheck.parent(drafted)).toBeUndefined();
  });
});

test('an approval asks again what the proposal stood on: items, departments, the window', () => {
  const consent = { consent: 'confirm' };
  expect(check.code(decide, proposed, officeDirector, consent)).toBe('passed');
  expect(check.code(decide, proposed, officeDirector, consent, { items: () => [] })).toBe('ITEM_NOT_IN_FORCE');
  expect(check.code(decide, proposed, officeDirector, consent, { departments: () => [] })).toBe('DEPARTMENT_UNKNOWN');
  const over = { ...proposed, scheme: { ...proposed.scheme, windowFrom: '2026-03-01', windowTo: '2026-03-09' } };
  expect(check.code(decide, over, officeDirector, consent)).toBe('WINDOW_PAST');
  expect(check.code(decide, over, officeDirector, { consent: 'sendBack', reason: '期限已过' })).toBe('passed');
});
