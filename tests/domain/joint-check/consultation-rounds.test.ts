import { closeRound } from '../../../domain/joint-check/acts/close-round';
import { consult } from '../../../domain/joint-check/acts/consult';
import { decide } from '../../../domain/joint-check/acts/decide';
import { noteAnswer } from '../../../domain/joint-check/acts/note-answer';
import { proposeDecision } from '../../../domain/joint-check/acts/propose-decision';
import { revise } from '../../../domain/joint-check/acts/revise';
import { settleByMinutes } from '../../../domain/joint-check/acts/settle-by-minutes';
import { submit } from '../../../domain/joint-check/acts/submit';
import { withdrawObjection } from '../../../domain/joint-check/acts/withdraw-objection';
import { isDeepStrictlyEqual } from '../../../domain/joint-check/equality';
import { touchedBy } from '../../../domain/joint-check/revision';
import type { Scheme } from '../../../domain/joint-check/scheme';
import { standingObjections, type JointCheckState } from '../../../domain/joint-check/state';
import {
  agreed,
  answeredBy,
  check,
  closed,
  consulting,
  drafted,
  minutes,
  objected,
  returned,
  scheme,
  submitted,
} from '../situations/joint-checks';
import {
  clock,
  fire,
  fireHandler,
  fireLeader,
  lead,
  leadHandler,
  leadLeader,
  officeDirector,
  officeHandler,
  strangeHandler,
  strangeLeader,
  tax,
  taxLeader,
} from '../situations/people';
import { lostFile, scan } from '../situations/world';

const revision = (change: Partial<Scheme>, version = 1) => ({
  scheme: { ...scheme, ...change },
  version,
  reason: '按意见调整',
});
const tasksWith = (department: string, items: string[]) =>
  scheme.tasks.map((task) => (task.department === department ? { ...task, items } : task));
const settlement = {
  departments: [fire],
  minutesNumber: '纪要〔2026〕3号',
  minutesDate: '2026-03-10',
  attachments: [scan],
};

test('letters ask about, and the office gets, only what could still be decided', () => {
  const stopped = {
    departments: ({ codes }: { codes: string[] }) => codes.map((code) => ({ code, inspects: code !== fire })),
  };
  for (const [act, state] of [
    [consult, drafted],
    [submit, agreed],
  ] as const) {
    expect(check.code(act, state, leadHandler, {}, stopped)).toBe('DEPARTMENT_DOES_NOT_INSPECT');
    expect(check.code(act, state, leadHandler, {}, { items: () => [] })).toBe('ITEM_NOT_IN_FORCE');
    const over = { ...state, scheme: { ...scheme, windowFrom: '2026-02-01', windowTo: '2026-03-09' } };
    expect(check.code(act, over, leadHandler)).toBe('WINDOW_PAST');
  }
});

test('every participant but the lead is asked, by one letter and one round', () => {
  const { next, effects } = check.decision(consult, drafted, leadHandler);
  expect(next).toMatchObject({
    stage: 'consulting',
    round: 1,
    silence: 'agreed',
    openRound: { round: 1, departments: [fire, tax] },
  });
  expect(effects?.map((effect) => effect.kind)).toEqual(['openCase', 'issueDocument']);
  expect(check.code(consult, drafted, fireHandler)).toBe('NOT_ENTITLED');
  expect(check.code(consult, consulting, leadHandler)).toBe('WRONG_STAGE');
});

test('what silence means and how long it lasts is chosen for the case, within limits', () => {
  const asked: number[] = [];
  const dueDay = ({ workingDays }: { workingDays: number }) => (asked.push(workingDays), { date: '2026-03-20' });
  expect(check.after(consult, drafted, leadHandler, { silence: 'leader', workingDays: 10 }, { dueDay }).silence).toBe(
    'leader',
  );
  check.after(consult, drafted, leadHandler, {}, { dueDay });
  expect(asked).toEqual([10, 5]);
  expect(check.code(consult, drafted, leadHandler, { workingDays: 31 })).toBe('INVALID_INPUT');
});

test('an answer counts only for the round that is open', () => {
  const answer = { department: fire, verdict: 'agree' };
  expect(check.code(noteAnswer, consulting, clock, { ...answer, round: 1 })).toBe('passed');
  expect(check.code(noteAnswer, consulting, clock, { ...answer, round: 2 })).toBe('ROUND_NOT_OPEN');
  expect(check.code(noteAnswer, agreed, clock, { ...answer, round: 1 })).toBe('ROUND_NOT_OPEN');
  expect(check.code(noteAnswer, consulting, fireLeader, { ...answer, round: 1 })).toBe('NOT_ENTITLED');
  expect(check.code(closeRound, consulting, clock, { round: 1 })).toBe('passed');
  expect(check.code(closeRound, consulting, clock, { round: 2 })).toBe('ROUND_NOT_OPEN');
});

test('nothing is submitted while a round is open, somebody was not asked, or an objection stands', () => {
  expect(check.code(submit, agreed, leadHandler)).toBe('passed');
  expect(check.code(submit, consulting, leadHandler)).toBe('ROUND_OPEN');
  expect(check.code(submit, drafted, leadHandler)).toBe('NOT_ALL_CONSULTED');
  expect(check.code(submit, closed(answeredBy(consulting, tax, 'agree')), leadHandler)).toBe('NOT_ALL_CONSULTED');
  expect(check.code(submit, objected, leadHandler)).toBe('OBJECTION_STANDS');
});

describe('a standing objection', () => {
  test('is withdrawn by the leader of the department that raised it, by nobody else', () => {
    const withdrawn = check.after(withdrawObjection, objected, fireLeader, { reason: '已协调一致' });
    expect(withdrawn.answers[fire]?.ended?.how).toBe('withdrawn');
    expect(check.code(submit, withdrawn, leadHandler)).toBe('passed');
    expect(check.code(withdrawObjection, withdrawn, fireLeader, { reason: '再次撤回' })).toBe('NO_STANDING_OBJECTION');
    expect(check.code(withdrawObjection, objected, taxLeader, { reason: '替人撤回' })).toBe('NO_STANDING_OBJECTION');
    for (const actor of [fireHandler, leadLeader, strangeLeader, officeDirector, officeHandler, clock]) {
      expect(check.code(withdrawObjection, objected, actor, { reason: '替人撤回' })).toBe('NOT_ENTITLED');
    }
    expect(
      withdrawObjection.decide(
        { ...objected, answers: {} },
        { reason: '无' },
        fireLeader,
        { at: '', today: '', submission: '' },
        {},
      ),
    ).toHaveProperty('refused');
  });

  test('ends by signed minutes that the office records, each for the departments that they name', () => {
    const settled = check.decision(settleByMinutes, objected, officeHandler, settlement);
    expect(settled.next.answers[fire]?.ended).toMatchObject({ how: 'minutes', minutes: settlement.minutesNumber });
    expect(settled.attachments).toEqual([`sha-${scan}`]);
    expect(check.code(submit, settled.next, leadHandler)).toBe('passed');
    expect(check.code(settleByMinutes, objected, officeHandler, { ...settlement, departments: [fire, tax] })).toBe(
      'NO_STANDING_OBJECTION',
    );
    expect(check.code(settleByMinutes, agreed, officeHandler, settlement)).toBe('NO_STANDING_OBJECTION');
    expect(check.code(settleByMinutes, objected, leadHandler, settlement)).toBe('NOT_ENTITLED');
    expect(check.code(settleByMinutes, objected, officeHandler, { ...settlement, attachments: [] })).toBe(
      'INVALID_INPUT',
    );
    expect(check.code(settleByMinutes, objected, officeHandler, { ...settlement, attachments: [lostFile] })).toBe(
      'FILE_UNKNOWN',
    );
    expect(check.code(settleByMinutes, objected, officeHandler, { ...settlement, minutesDate: '2026-03-11' })).toBe(
      'DATE_IN_FUTURE',
    );
  });

  test('ends by a revision, and its department is asked again even where nothing else touches it', () => {
    const revised = check.after(revise, objected, leadHandler, revision({ title: '加油站联合抽查（修改）' }));
    expect(revised).toMatchObject({ stage: 'drafting', schemeVersion: 2, toBeAsked: [fire] });
    expect(revised.answers[fire]?.ended?.how).toBe('revision');
    expect(standingObjections(revised)).toEqual([]);
    expect(check.code(submit, revised, leadHandler)).toBe('NOT_ALL_CONSULTED');
    expect(check.after(consult, revised, leadHandler).openRound).toMatchObject({ round: 2, departments: [fire] });
  });

  test('is never ended by the office: no act of the office lets the check pass over it', () => {
    const smuggled: JointCheckState = { ...objected, stage: 'awaitingApproval' };
    const withProposal: JointCheckState = {
      ...check.after(proposeDecision, submitted, officeHandler, minutes),
      answers: objected.answers,
    };
    expect(check.code(proposeDecision, smuggled, officeHandler, minutes)).toBe('OBJECTION_STANDS');
    expect(check.attempt(decide, withProposal, officeDirector, { consent: 'confirm' })).toEqual({
      refused: { code: 'OBJECTION_STANDS', details: { departments: [fire] } },
    });
    const open: JointCheckState = { ...withProposal, answers: agreed.answers, openRound: consulting.openRound };
    expect(check.code(decide, open, officeDirector, { consent: 'confirm' })).toBe('ROUND_OPEN');
  });
});

describe('a revision', () => {
  const touched = (change: Partial<Scheme>) => touchedBy(agreed, { ...scheme, ...change });

  test.each<[string, Partial<Scheme>]>([
    ['the objects', { scope: { ...scheme.scope, tags: ['加油站'] } }],
    ['a ratio', { strata: [{ scale: 'general', grade: 'B', basisPoints: 2000 }] }],
    ['a further class', { strata: [...scheme.strata, { scale: 'general', grade: 'C', count: 1 }] }],
    ['the window', { windowTo: '2026-07-31' }],
    ['when the result opens', { openAtOnce: true }],
  ])('of %s touches all participants', (_name, change) => expect(touched(change)).toEqual([fire, tax]));

  test('of one task touches that department alone, and of the lead’s own nobody', () => {
    expect(touched({ tasks: tasksWith(tax, ['SWJU-01']) })).toEqual([tax]);
    expect(touched({ tasks: tasksWith(lead, ['SCJG-01']) })).toEqual([]);
    expect(touched({ title: '另一个名称', purpose: '说明' })).toEqual([]);
  });

  test('that takes in a new department asks the new one only, and one that leaves is not asked', () => {
    const newcomer = { department: 'JYTY', items: ['JYTY-01'], officers: 2, qualifications: [] };
    expect(touched({ tasks: [...scheme.tasks, newcomer] })).toEqual(['JYTY']);
    expect(touched({ tasks: scheme.tasks.slice(0, 2) })).toEqual([]);
  });

  test('that touches nobody goes to the office without another round', () => {
    const revised = check.after(revise, returned, leadHandler, revision({ title: '加油站联合抽查（改名）' }));
    expect(revised.toBeAsked).toEqual([]);
    expect(check.code(consult, revised, leadHandler)).toBe('NOBODY_TO_ASK');
    expect(check.after(submit, revised, leadHandler).stage).toBe('awaitingApproval');
    expect(consult.decide(revised, {}, leadHandler, { at: '', today: '', submission: '' }, {})).toMatchObject({
      refused: { code: 'NOBODY_TO_ASK' },
    });
  });

  test('twice before a round asks everybody whom either of them touched, once', () => {
    const once = check.after(revise, agreed, leadHandler, revision({ tasks: tasksWith(tax, ['SWJU-01']) }));
    const twice = check.after(revise, once, leadHandler, {
      scheme: { ...once.scheme, title: '再改名称一次', windowTo: '2026-05-31' },
      schemeVersion: 2,
      reason: '再调整',
    });
    expect(once.toBeAsked).toEqual([tax]);
    expect(twice.toBeAsked).toEqual([tax, fire]);
  });

  test('needs the lead, the version that is current, no open round, and a scheme that holds', () => {
    expect(check.code(revise, agreed, leadHandler, revision({}))).toBe('passed');
    expect(check.code(revise, agreed, leadHandler, revision({}, 2))).toBe('STALE_VERSION');
    expect(check.code(revise, consulting, leadHandler, revision({}))).toBe('ROUND_OPEN');
    expect(check.code(revise, submitted, leadHandler, revision({}))).toBe('WRONG_STAGE');
    expect(
      check.code(revise, agreed, leadHandler, revision({ windowFrom: '2026-03-01', windowTo: '2026-03-09' })),
    ).toBe('WINDOW_PAST');
    for (const actor of [fireHandler, strangeHandler, officeHandler])
      expect(check.code(revise, agreed, actor, revision({}))).toBe('NOT_ENTITLED');
    expect(check.code(revise, agreed, leadHandler, { ...revision({}), reason: ' 好 ' })).toBe('INVALID_INPUT');
  });
});

test('equality is of plain values: order of keys and absent keys do not count, order of lists does', () => {
  expect(isDeepStrictlyEqual({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isDeepStrictlyEqual({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  for (const [left, right] of [
    [{ a: 1 }, { a: 2 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    [{}, null],
    [1, '1'],
    [[1], [1, 2]],
    [{}, 1],
  ]) {
    expect(isDeepStrictlyEqual(left, right)).toBe(false);
  }
});
