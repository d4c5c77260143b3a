import { concludeDisposition } from '../../../domain/visit/acts/conclude-disposition';
import { referral } from '../../../domain/referral/process';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { draftReferral } from '../../../domain/visit/acts/draft-referral';
import { recountTerms } from '../../../domain/visit/acts/recount-terms';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { referralDrafts } from '../../../domain/visit/follow-up';
import { visit } from '../../../domain/visit/process';
import { type VisitState } from '../../../domain/visit/state';
import { clock, fire, inspectorA, lead, leadHandler, leadLeader, tax } from '../situations/people';
import { now } from '../situations/play';
import {
  adverse,
  clean,
  confirmed,
  entered,
  noticedAlone,
  opened,
  resultOf,
  reviewedOf,
  row,
  trip,
} from '../situations/visits';

const cleanReviewed = reviewedOf(noticedAlone);
const adverseReviewed = reviewedOf(noticedAlone, adverse);

describe('referrals drafted from a result', () => {
  const nobodyThere = {
    evidencePlace: '城东',
    evidenceTime: '九点',
    evidenceWitness: '居委',
    signatureNote: '居委会工作人员在场',
  };
  const kinds = (code: string, followUp: string) => {
    const found = [row('SCJG-01', 'problem', '有问题'), row('SCJG-02')];
    const rows = code === '1' ? clean.rows : 'ABCE'.includes(code) ? found : [];
    const evidence = 'ABCE1'.includes(code)
      ? {}
      : {
          ...nobodyThere,
          signature: code === '8' ? 'refused' : 'absent',
        };
    const { effects } = trip.decision(
      reviewResult,
      confirmed(entered(noticedAlone, { ...clean, rows, code, followUp, ...evidence })),
      leadLeader,
      { verdict: 'pass', version: 1 },
    );
    return (effects ?? []).map((effect) =>
      effect.kind === 'openCase' ? (effect.state as { referralKind: string }).referralKind : effect.kind,
    );
  };

  test.each<[string, string, string[]]>([
    ['1', 'none', []],
    ['7', 'other', []],
    ['A', 'orderCorrection', ['publicCredit']],
    ['B', 'crossNotice', ['crossNotice', 'publicCredit']],
    ['C', 'caseUnit', ['caseUnit', 'publicCredit']],
    ['8', 'dailySupervision', ['publicCredit']],
    ['6', 'dailySupervision', ['publicCredit']],
    ['E', 'none', ['publicCredit']],
  ])('code %s with follow-up %s', (code, followUp, expected) => expect(kinds(code, followUp)).toEqual(expected));

  test('whom nobody found is made known to market regulation by every other department, and 失信惩戒 follows by itself never', () => {
    const found = (department: string, code: string) =>
      referralDrafts(
        {
          ...opened,
          results: { [department]: { ...resultOf(adverseReviewed), code, followUp: 'other', drafted: [] } },
        },
        department,
        now,
      ).map(({ referralKind, addressee }) => [referralKind, addressee]);
    expect(found('XFJY', '6')).toEqual([
      ['crossNotice', 'SCJG'],
      ['publicCredit', undefined],
    ]);
    expect(found('SCJG', '6')).toEqual([['publicCredit', undefined]]);
    for (const code of ['C', '8']) expect(found('XFJY', code)).toEqual([['publicCredit', undefined]]);
  });

  test('whom market regulation itself did not find is decided on within a term of law, kept and counted again', () => {
    const lost = { ...clean, rows: [], code: '6', followUp: 'dailySupervision', signature: 'absent', ...nobodyThere };
    const unfound = trip.after(reviewResult, confirmed(entered(noticedAlone, lost)), leadLeader, {
      verdict: 'pass',
      version: 1,
    });
    const waits = (state: VisitState) =>
      visit.waiting(state).flatMap(({ act, due }) => (act === 'visit.concludeDisposition' ? [due] : []));
    expect(resultOf(unfound)).toMatchObject({ disposition: 'open', dispositionTerm: { workingDays: 10 } });
    expect(waits(unfound)).toEqual(['2026-03-17']);
    expect(visit.terms(unfound)?.running).toContainEqual({ from: now.today, workingDays: 10 });
    const dueDay = () => ({ date: '2026-03-18' });
    expect(waits(trip.after(recountTerms, unfound, clock, { year: 2026 }, { dueDay }))).toEqual(['2026-03-18']);
    // A county that gives itself less: the value of the day of the review stays, whatever it is later.
    const asked: string[] = [];
    const sooner = trip.after(
      reviewResult,
      confirmed(entered(noticedAlone, lost)),
      leadLeader,
      { verdict: 'pass', version: 1 },
      {
        legalTerm: ({ from, setting }) => {
          asked.push(setting);
          return { term: { from, workingDays: 4 }, due: { date: '2026-03-13' } };
        },
      },
    );
    expect(asked).toContain('disposition.abnormalListWorkingDays');
    expect(resultOf(sooner)).toMatchObject({ dispositionTerm: { workingDays: 4 } });
    expect(waits(sooner)).toEqual(['2026-03-13']);
    const ended = trip.after(concludeDisposition, unfound, leadHandler, { statement: '已列入经营异常名录' });
    expect(visit.terms(ended)?.running).not.toContainEqual({ from: now.today, workingDays: 10 });
  });

  test('抄告 to market regulation is due on the day itself, whoever holds it, until it is on its way', () => {
    const results = { XFJY: { ...resultOf(adverseReviewed), code: '6', followUp: 'other' as const, drafted: [] } };
    const [notice, credit] = referralDrafts({ ...opened, results }, 'XFJY', now);
    if (!notice || !credit) throw new Error('two are drafted');
    const due = (state: typeof notice) => referral.waiting(state).map((entry) => [entry.act, entry.due]);
    expect(due(notice)).toEqual([['referral.amend', now.today]]);
    expect(due({ ...notice, facts: '登记的住所无法联系' })).toEqual([['referral.dispatch', now.today]]);
    expect(due({ ...notice, stage: 'refused' })).toEqual([['referral.amend', now.today]]);
    expect(due({ ...notice, stage: 'dispatched' })).toEqual([['referral.receive', undefined]]);
    expect(due(credit)).toEqual([['referral.amend', undefined]]);
  });

  test('are drafts, numbered, and made once: a correction drafts no second set', () => {
    expect(resultOf(adverseReviewed).referrals).toBe(2);
    const corrected = trip.after(correctResult, adverseReviewed, inspectorA, { ...adverse, reason: '补充' });
    const { effects, next } = trip.decision(reviewResult, confirmed(corrected), leadLeader, {
      verdict: 'pass',
      version: 2,
    });
    expect(effects).toEqual([]);
    expect(resultOf(next).referrals).toBe(2);
    const mild = reviewedOf(noticedAlone, { ...adverse, code: 'A', followUp: 'orderCorrection' });
    const worse = confirmed(trip.after(correctResult, mild, inspectorA, { ...adverse, reason: '复核更正' }));
    const more = trip.decision(reviewResult, worse, leadLeader, { verdict: 'pass', version: 2 });
    expect(more.effects?.map((effect) => 'id' in effect && effect.id)).toEqual(
      [2, 3].map((serial) => `referral/${mild.number}-${lead}-Y${serial}`),
    );
    expect(referralDrafts(opened, 'JYTY', now)).toEqual([]);
  });

  test('a correction updates what has not left the house instead of adding a twin, and drafts beside what has', () => {
    const mild = reviewedOf(noticedAlone, { ...adverse, code: 'A', followUp: 'orderCorrection' });
    const worse = confirmed(trip.after(correctResult, mild, inspectorA, { ...adverse, reason: '复核更正' }));
    const after = (stage: string) =>
      trip.decision(
        reviewResult,
        worse,
        leadLeader,
        { verdict: 'pass', version: 2 },
        { openReferrals: () => [{ id: 'referral/one', kind: 'publicCredit', stage }] },
      );
    const told = {
      kind: 'tellCase',
      id: 'referral/one',
      act: 'referral.noteCorrection',
      input: { resultVersion: 2, code: resultOf(worse).code },
      submission: 'referral/one/result-2',
    };
    for (const stage of ['draft', 'refused']) {
      const { effects, next } = after(stage);
      expect(effects).toMatchObject([told, { kind: 'openCase', state: { referralKind: 'caseUnit' } }]);
      expect(resultOf(next).referrals).toBe(2);
      expect(resultOf(next).drafted?.filter(({ code }) => code === resultOf(worse).code)).toHaveLength(2);
    }
    for (const stage of ['dispatched', 'received'])
      expect(after(stage).effects).toMatchObject([
        { kind: 'openCase', state: { referralKind: 'caseUnit' } },
        { kind: 'openCase', state: { referralKind: 'publicCredit' } },
      ]);
  });

  test('are added by the handler while a disposition is open', () => {
    const { next, effects } = trip.decision(draftReferral, adverseReviewed, leadHandler, { kind: 'crossNotice' });
    expect(resultOf(next).referrals).toBe(3);
    expect(effects).toMatchObject([
      { process: 'referral', id: `referral/${next.number}-${lead}-Y3`, state: { stage: 'draft' } },
    ]);
    expect(trip.code(draftReferral, cleanReviewed, leadHandler, { kind: 'crossNotice' })).toBe('NO_OPEN_DISPOSITION');
    expect(trip.code(draftReferral, adverseReviewed, leadLeader, { kind: 'crossNotice' })).toBe('NOT_ENTITLED');
  });

  test('are not begun twice for one receiver', () => {
    const open = (...referrals: { kind: 'caseUnit' | 'crossNotice'; addressee?: string }[]) => ({
      openReferrals: () => referrals.map((one) => ({ id: 'referral/Y1', stage: 'dispatched', ...one })),
    });
    const code = (input: object, world: object) => trip.code(draftReferral, adverseReviewed, leadHandler, input, world);
    expect(
      trip.attempt(draftReferral, adverseReviewed, leadHandler, { kind: 'caseUnit' }, open({ kind: 'caseUnit' })),
    ).toMatchObject({ refused: { code: 'REFERRAL_RUNNING', details: { case: 'referral/Y1', referral: 'Y1' } } });
    expect(code({ kind: 'jointDiscipline' }, open({ kind: 'caseUnit' }))).toBe('passed');
    const toFire = { kind: 'crossNotice', addressee: fire } as const;
    expect(code(toFire, open(toFire))).toBe('REFERRAL_RUNNING');
    expect(code({ kind: 'crossNotice' }, open({ kind: 'crossNotice' }))).toBe('REFERRAL_RUNNING');
    expect(code({ ...toFire, addressee: tax }, open(toFire))).toBe('passed');
    expect(code({ kind: 'crossNotice' }, open(toFire))).toBe('passed');
    expect(code({ kind: 'crossNotice', addressee: lead }, open())).toBe('ADDRESSEE_IS_SENDER');
    expect(code(toFire, { ...open(), departments: () => [] })).toBe('DEPARTMENT_UNKNOWN');
    const { effects } = trip.decision(draftReferral, adverseReviewed, leadHandler, toFire);
    expect(effects).toMatchObject([{ state: { addressee: fire } }]);
  });
});
