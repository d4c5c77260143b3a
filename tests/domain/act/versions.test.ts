import { staleness } from '../../../domain/act';
import { draftAnswer } from '../../../domain/consultation/acts/draft-answer';
import { returnDraft } from '../../../domain/consultation/acts/return-draft';
import { sendAnswer } from '../../../domain/consultation/acts/send-answer';
import { consultation } from '../../../domain/consultation/process';
import { openRound } from '../../../domain/consultation/state';
import { differences } from '../../../domain/difference';
import { amend } from '../../../domain/referral/acts/amend';
import { dispatch } from '../../../domain/referral/acts/dispatch';
import { referral } from '../../../domain/referral/process';
import { openReferral } from '../../../domain/referral/state';
import { saysTheSame } from '../../../domain/request';
import { askOtherDate } from '../../../domain/visit/acts/ask-other-date';
import { decideWithholding } from '../../../domain/visit/acts/decide-withholding';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { proposeWithholding } from '../../../domain/visit/acts/propose-withholding';
import { setDate } from '../../../domain/visit/acts/set-date';
import { drafted } from '../situations/joint-checks';
import { fire, fireHandler, fireLeader, inspectorB, lead, leadHandler, leadLeader, tax } from '../situations/people';
import { now, playing } from '../situations/play';
import { clean, entered, noticed, noticedAlone, opened, reviewedOf, scheduled, trip } from '../situations/visits';

const round = openRound({
  check: drafted,
  round: 1,
  departments: [fire, tax],
  silence: 'agreed',
  due: { date: '2026-03-17' },
  at: now.at,
});
const letters = playing(consultation);
const dossiers = playing(referral);

test('an objection that the handler drafted anew is not sent as the agreement that the leader read', () => {
  const agreed = letters.after(draftAnswer, round, fireHandler, { verdict: 'agree' });
  const objected = letters.after(draftAnswer, agreed, fireHandler, { verdict: 'object', reasons: '人手不足' });
  expect(letters.code(sendAnswer, objected, fireLeader, { verdict: 'agree', version: 1 })).toBe('STALE_VERSION');
  expect(letters.code(sendAnswer, objected, fireLeader, { version: 1 })).toBe('STALE_VERSION');
  expect(letters.after(sendAnswer, objected, fireLeader, { version: 2 }).letters[fire]?.answer?.verdict).toBe('object');
});

test('two handlers who draft the same answer: the second learns of the first; other units do not disturb', () => {
  const one = letters.after(draftAnswer, round, fireHandler, { verdict: 'agree', version: 0 });
  expect(letters.code(draftAnswer, one, fireHandler, { verdict: 'object', reasons: '人手不足', version: 0 })).toBe(
    'STALE_VERSION',
  );
  const elsewhere = { ...round, letters: { ...round.letters, [tax]: { ...one.letters[fire], number: '2' } } };
  expect(letters.code(draftAnswer, elsewhere, fireHandler, { verdict: 'agree', version: 0 })).toBe('passed');
  expect(letters.code(returnDraft, one, fireLeader, { reason: '理由不足', version: 0 })).toBe('STALE_VERSION');
});

test('a dossier changed between opening and signing is not signed', () => {
  const draft = openReferral({ visit: opened, department: lead, kind: 'caseUnit', serial: 1, at: now.at });
  const facts = { facts: '通道长期堵塞', legalBasis: '消防法第二十八条' };
  const first = dossiers.after(amend, draft, leadHandler, { ...facts, version: 0 });
  const second = dossiers.after(amend, first, leadHandler, { ...facts, facts: '通道已经清理', version: 1 });
  expect(dossiers.code(dispatch, second, leadLeader, { version: 1 })).toBe('STALE_VERSION');
  expect(dossiers.code(amend, second, leadHandler, { ...facts, version: 1 })).toBe('STALE_VERSION');
  expect(dossiers.code(dispatch, second, leadLeader, { version: 2 })).toBe('passed');
});

test('a wish for another day that came meanwhile is not passed over', () => {
  const version = scheduled.dateVersion;
  const asked = trip.after(askOtherDate, scheduled, fireHandler, { wanted: '2026-03-20', reason: '当日有会' });
  for (const [act, input] of [
    [setDate, { date: '2026-03-18', version }],
    [issueNotice, { version }],
  ] as const)
    expect(trip.code(act, asked, leadHandler, input)).toBe('STALE_VERSION');
});

test('a proposal made anew is not decided as the one that was read', () => {
  const asked = trip.after(proposeWithholding, reviewedOf(noticedAlone), leadHandler, {
    legalBasis: '保守国家秘密法',
    reason: '涉密',
  });
  const seen = asked.results[lead]?.turn;
  const back = trip.after(decideWithholding, asked, leadLeader, { consent: 'sendBack', reason: '依据不足' });
  const anew = trip.after(proposeWithholding, back, leadHandler, {
    legalBasis: '政府信息公开条例第十五条',
    reason: '商业秘密',
  });
  expect(trip.code(decideWithholding, anew, leadLeader, { consent: 'confirm', version: seen })).toBe('STALE_VERSION');
});

test('who comes second with a record is told so by the version, whatever stage it has led to', () => {
  const first = entered(noticed);
  expect(staleness(enterResult, first, inspectorB, { ...clean, version: 0 })).toEqual({
    refused: { code: 'STALE_VERSION', details: { current: 1 } },
  });
  expect(staleness(enterResult, first, { department: fire }, { ...clean, version: 0 })).toBeUndefined();
});

test('the version that was seen is no part of what is said: sent again after a look it is the same act', () => {
  expect(saysTheSame({ verdict: 'agree', version: 0 }, { verdict: 'agree', version: 1 })).toBe(true);
  expect(saysTheSame({ verdict: 'agree', version: 0 }, { verdict: 'object', version: 0 })).toBe(false);
});

test('differences name the field, row by row, and nothing that is the same', () => {
  expect(
    differences(
      {
        code: '1',
        methods: ['onSite'],
        rows: [
          { item: 'A-1', finding: 'inOrder' },
          { item: 'A-2', finding: 'inOrder' },
        ],
        note: '',
      },
      {
        code: 'A',
        methods: ['onSite'],
        rows: [
          { item: 'A-2', finding: 'problem', problem: '过期' },
          { item: 'A-1', finding: 'inOrder' },
        ],
      },
    ),
  ).toEqual([
    { field: 'code', was: '1', is: 'A' },
    { field: 'rows.A-2.finding', was: 'inOrder', is: 'problem' },
    { field: 'rows.A-2.problem', was: null, is: '过期' },
  ]);
  const strata = (...rows: object[]) => ({ scheme: { strata: rows } });
  expect(
    differences(
      strata({ riskClass: 'B', basisPoints: 200 }, { scale: 'general', unclassified: true, count: 3 }),
      strata(
        { scale: 'general', unclassified: true, count: 4 },
        { scale: 'general', grade: 'A', basisPoints: 100 },
        { scale: 'general', grade: 'B', basisPoints: 200 },
      ),
    ),
  ).toEqual([
    { field: 'scheme.strata.general:none.count', was: 3, is: 4 },
    { field: 'scheme.strata.general:A.basisPoints', was: null, is: 100 },
  ]);
  expect(differences(strata({ all: true, count: 9 }), strata({ all: true, count: 8 }))).toEqual([
    { field: 'scheme.strata.all.count', was: 9, is: 8 },
  ]);
  expect(differences({}, { reason: '补充' })).toEqual([{ field: 'reason', was: null, is: '补充' }]);
  expect(differences({ reason: '补充' }, {})).toEqual([{ field: 'reason', was: '补充', is: null }]);
});
