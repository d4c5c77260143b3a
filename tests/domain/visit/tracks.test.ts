import { concludeDisposition } from '../../../domain/visit/acts/conclude-disposition';
import { referral } from '../../../domain/referral/process';
import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { decideWithholding } from '../../../domain/visit/acts/decide-withholding';
import { draftReferral } from '../../../domain/visit/acts/draft-referral';
import { nameSubstitute } from '../../../domain/visit/acts/name-substitute';
import { proposeWithholding } from '../../../domain/visit/acts/propose-withholding';
import { publishResult } from '../../../domain/visit/acts/publish-result';
import { recountTerms } from '../../../domain/visit/acts/recount-terms';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { withdrawPublication } from '../../../domain/visit/acts/withdraw-publication';
import { takeForm } from '../../../domain/visit/entering';
import { referralDrafts } from '../../../domain/visit/follow-up';
import { visit } from '../../../domain/visit/process';
import { resultStageOf } from '../../../domain/visit/result';
import { hasEnded, type VisitState } from '../../../domain/visit/state';
import {
  clock,
  fire,
  fireHandler,
  inspectorA,
  lead,
  leadHandler,
  leadLeader,
  officeHandler,
  strangeHandler,
} from '../situations/people';
import { now } from '../situations/play';
import {
  adverse,
  clean,
  confirmed,
  entered,
  noticed,
  noticedAlone,
  opened,
  published,
  readForm,
  resultOf,
  reviewed,
  reviewedOf,
  row,
  trip,
} from '../situations/visits';
import { lostFile, scan } from '../situations/world';

const cleanReviewed = reviewedOf(noticedAlone);
const adverseReviewed = reviewedOf(noticedAlone, adverse);
const publicNote = '登记日期有误，现予更正。';
const told = { publicNote, errorEstablishedOn: '2026-03-10' };
const conclusion = { statement: '已立案并移交案件承办单位' };
const basis = { legalBasis: '保守国家秘密法', reason: '涉及国家秘密' };
const acts = (state: VisitState) => visit.waiting(state).map((waiting) => waiting.act);

describe('publication', () => {
  test('is released by the inspecting department’s handler after review, never by itself', () => {
    expect(resultOf(cleanReviewed).publication).toBe('awaiting');
    const { next, outbox, effects } = trip.decision(publishResult, cleanReviewed, leadHandler, { version: 1 });
    expect(resultOf(next)).toMatchObject({ publication: 'published', publishedVersion: 1 });
    expect(outbox).toMatchObject([{ platform: 'public-credit', key: `${next.id}/${lead}/1`, department: lead }]);
    expect(effects).toHaveLength(2);
    expect(trip.code(publishResult, cleanReviewed, leadHandler, { version: 2 })).toBe('STALE_VERSION');
    expect(trip.code(publishResult, { ...adverseReviewed, results: next.results }, leadHandler, { version: 1 })).toBe(
      'NOTHING_TO_PUBLISH',
    );
    expect(trip.code(publishResult, confirmed(entered(noticed)), leadHandler, { version: 1 })).toBe('WRONG_STAGE');
    expect(trip.code(publishResult, reviewedOf(noticed), fireHandler, { version: 1 })).toBe('WRONG_STAGE');
    for (const actor of [leadLeader, officeHandler, strangeHandler, inspectorA])
      expect(trip.code(publishResult, cleanReviewed, actor, { version: 1 })).toBe('NOT_ENTITLED');
  });

  test('is withheld only by law: a legal basis and a second person', () => {
    const asked = trip.after(proposeWithholding, cleanReviewed, leadHandler, basis);
    expect(acts(asked)).toEqual(['visit.decideWithholding']);
    const { next, effects } = trip.decision(decideWithholding, asked, leadLeader, { consent: 'confirm' });
    expect(resultOf(next)).toMatchObject({
      publication: 'withheld',
      withholding: { legalBasis: basis.legalBasis, proposedBy: leadHandler.account },
    });
    expect(effects).toMatchObject([{ kind: 'reviewProgress' }]);
    expect(next.stage).toBe('closed');
    expect(trip.code(proposeWithholding, cleanReviewed, leadHandler, { reason: '不便公开' })).toBe('INVALID_INPUT');
    expect(
      trip.code(decideWithholding, asked, { ...leadLeader, account: leadHandler.account }, { consent: 'confirm' }),
    ).toBe('SAME_PERSON');
    expect(trip.code(decideWithholding, cleanReviewed, leadLeader, { consent: 'confirm' })).toBe(
      'NO_WITHHOLDING_PROPOSED',
    );
    expect(trip.code(publishResult, asked, leadHandler, { version: 1 })).toBe('NOTHING_TO_PUBLISH');
    expect(trip.code(proposeWithholding, asked, leadHandler, basis)).toBe('NOTHING_TO_PUBLISH');
    expect(trip.code(decideWithholding, asked, leadLeader, { consent: 'sendBack' })).toBe('REASON_NEEDED');
    const back = trip.after(decideWithholding, asked, leadLeader, { consent: 'sendBack', reason: '依据不足' });
    expect(resultOf(back)).toMatchObject({ publication: 'awaiting', withholding: undefined });
    expect(acts(back)).toEqual(['visit.publishResult']);
  });

  test('is withdrawn visibly by the leader with a reason, also after the visit closed and while a correction runs', () => {
    const done = published(cleanReviewed);
    expect(done.stage).toBe('closed');
    expect(withdrawPublication.reopens).toBe(true);
    const withdrawn = trip.after(withdrawPublication, done, leadLeader, { reason: '对象登记有误', publicNote });
    expect(resultOf(withdrawn)).toMatchObject({ publication: 'withdrawn', publishedVersion: 1 });
    expect(withdrawn.stage).toBe('closed');
    expect(trip.code(withdrawPublication, withdrawn, leadLeader, { reason: '再次撤回', publicNote })).toBe(
      'NOT_PUBLISHED',
    );
    expect(trip.code(withdrawPublication, cleanReviewed, leadLeader, { reason: '未公示', publicNote })).toBe(
      'NOT_PUBLISHED',
    );
    expect(trip.code(withdrawPublication, done, leadHandler, { reason: '无权', publicNote })).toBe('NOT_ENTITLED');
    const correcting = trip.after(correctResult, done, inspectorA, { ...clean, ...told, reason: '更正日期' });
    expect(trip.code(withdrawPublication, correcting, leadLeader, { reason: '先行撤回', publicNote })).toBe('passed');
  });

  test('an earlier version can be taken down while the corrected one waits, once, and the new one keeps its own track', () => {
    const waits = reviewed(
      confirmed(
        trip.after(correctResult, published(cleanReviewed), inspectorA, { ...clean, ...told, reason: '更正日期' }),
      ),
    );
    expect(resultOf(waits)).toMatchObject({ publication: 'awaiting', publishedVersion: 1 });
    const { next, outbox } = trip.decision(withdrawPublication, waits, leadLeader, { reason: '先行撤回', publicNote });
    expect(resultOf(next)).toMatchObject({ publication: 'awaiting', withdrawnVersion: 1 });
    expect(outbox).toMatchObject([
      { platform: 'public-credit', operation: 'd', key: `${next.id}/${lead}/1/withdrawn` },
    ]);
    expect(trip.code(withdrawPublication, next, leadLeader, { reason: '再次撤回', publicNote })).toBe('NOT_PUBLISHED');
    expect(resultOf(published(next))).toMatchObject({ publication: 'published', publishedVersion: 2 });
    expect(trip.code(withdrawPublication, published(next), leadLeader, { reason: '又有误', publicNote })).toBe(
      'passed',
    );
  });

  test('withholding a corrected version takes the earlier one off the site, because the law that keeps one keeps both', () => {
    const waits = reviewed(
      confirmed(
        trip.after(correctResult, published(cleanReviewed), inspectorA, { ...clean, ...told, reason: '更正日期' }),
      ),
    );
    const asked = trip.after(proposeWithholding, waits, leadHandler, basis);
    expect(trip.code(decideWithholding, asked, leadLeader, { consent: 'confirm' })).toBe('PUBLIC_NOTE_NEEDED');
    const { next, outbox } = trip.decision(decideWithholding, asked, leadLeader, { consent: 'confirm', publicNote });
    expect(resultOf(next)).toMatchObject({ publication: 'withheld', withdrawnVersion: 1 });
    expect(outbox).toMatchObject([{ operation: 'd' }]);
    expect(
      trip.decision(decideWithholding, trip.after(proposeWithholding, cleanReviewed, leadHandler, basis), leadLeader, {
        consent: 'confirm',
      }).outbox,
    ).toEqual([]);
  });

  test('a corrected version updates what the platform has; the first one is new to it', () => {
    expect(trip.decision(publishResult, cleanReviewed, leadHandler, { version: 1 }).outbox).toMatchObject([
      { operation: 'i' },
    ]);
    const waits = reviewed(
      confirmed(
        trip.after(correctResult, published(cleanReviewed), inspectorA, { ...clean, ...told, reason: '更正日期' }),
      ),
    );
    expect(trip.decision(publishResult, waits, leadHandler, { version: 2 }).outbox).toMatchObject([
      { operation: 'u', key: `${waits.id}/${lead}/2` },
    ]);
  });

  test('waits until its day, or until the calendar is there', () => {
    expect(visit.waiting(cleanReviewed)).toMatchObject([{ act: 'visit.publishResult', due: '2026-03-17' }]);
    const undated = trip.after(
      reviewResult,
      confirmed(entered(noticedAlone)),
      leadLeader,
      { verdict: 'pass', version: 1 },
      { dueDay: () => ({ pendingYear: 2027 }) },
    );
    expect(visit.waiting(undated)).toMatchObject([{ pendingYear: 2027 }]);
    expect(
      visit.waiting({ ...undated, results: { [lead]: { ...resultOf(undated), publishDue: undefined } } })[0],
    ).not.toHaveProperty('due');
  });
});

describe('publication and disposition run apart', () => {
  test('either may end first, and the visit closes when both have', () => {
    expect(acts(adverseReviewed)).toEqual(['visit.publishResult', 'visit.concludeDisposition']);
    const publishedFirst = published(adverseReviewed);
    expect([publishedFirst.stage, acts(publishedFirst)]).toEqual(['noticed', ['visit.concludeDisposition']]);
    const disposedFirst = trip.after(concludeDisposition, adverseReviewed, leadHandler, conclusion);
    expect([disposedFirst.stage, acts(disposedFirst)]).toEqual(['noticed', ['visit.publishResult']]);
    expect(trip.after(concludeDisposition, publishedFirst, leadHandler, conclusion).stage).toBe('closed');
    expect(published(disposedFirst).stage).toBe('closed');
    expect(visit.waiting(published(disposedFirst))).toEqual([]);
  });

  test('nothing to follow closes by itself', () => {
    expect(resultOf(cleanReviewed).disposition).toBe('notNeeded');
    expect(resultOf(reviewedOf(noticedAlone, { ...clean, followUp: 'dailySupervision' })).disposition).toBe(
      'notNeeded',
    );
    expect(trip.code(concludeDisposition, cleanReviewed, leadHandler, conclusion)).toBe('NO_OPEN_DISPOSITION');
  });

  test('a disposition ends by the handler’s statement with files that exist', () => {
    expect(
      trip.code(concludeDisposition, adverseReviewed, leadHandler, { ...conclusion, attachments: [lostFile] }),
    ).toBe('FILE_UNKNOWN');
    expect(
      trip.decision(concludeDisposition, adverseReviewed, leadHandler, { ...conclusion, attachments: [scan] })
        .attachments,
    ).toEqual([`sha-${scan}`]);
    expect(trip.code(concludeDisposition, adverseReviewed, leadHandler, { statement: '好' })).toBe('INVALID_INPUT');
    expect(trip.code(concludeDisposition, adverseReviewed, leadLeader, conclusion)).toBe('NOT_ENTITLED');
    expect(trip.code(concludeDisposition, confirmed(entered(noticed, adverse)), leadHandler, conclusion)).toBe(
      'WRONG_STAGE',
    );
  });

  test('a visit of two departments closes with the last result only', () => {
    const half = published(reviewedOf(noticed));
    expect(half.stage).toBe('noticed');
    expect(hasEnded(resultOf(half))).toBe(true);
    expect(hasEnded(resultOf(half, fire))).toBe(false);
  });

  test('a correction that runs keeps a disposition that is open or concluded', () => {
    const concluded = trip.after(concludeDisposition, published(adverseReviewed), leadHandler, conclusion);
    const corrected = trip.after(correctResult, concluded, inspectorA, {
      ...adverse,
      code: 'A',
      ...told,
      reason: '代码有误',
    });
    expect(resultOf(corrected).disposition).toBe('concluded');
    const stillOpen = trip.after(correctResult, adverseReviewed, inspectorA, {
      ...adverse,
      code: 'A',
      reason: '代码有误',
    });
    expect(resultOf(stillOpen).disposition).toBe('open');
    expect(resultOf(reviewed(confirmed(stillOpen))).disposition).toBe('open');
  });

  test('a correction for the worse after the conclusion opens the disposition again, one that changes no finding does not', () => {
    const mild = { ...adverse, code: 'A', followUp: 'orderCorrection' };
    const concluded = trip.after(
      concludeDisposition,
      published(reviewedOf(noticedAlone, mild)),
      leadHandler,
      conclusion,
    );
    expect(concluded.stage).toBe('closed');
    const correctedTo = (form: object) =>
      reviewed(confirmed(trip.after(correctResult, concluded, inspectorA, { ...form, ...told, reason: '复核更正' })));
    expect(resultOf(correctedTo(adverse)).disposition).toBe('open');
    expect(resultOf(correctedTo({ ...mild, completedOn: '2026-03-09', earlyReason: '企业要求提前' })).disposition).toBe(
      'concluded',
    );
    expect(resultOf(correctedTo(clean)).disposition).toBe('concluded');
  });

  test('a correction of a result that needed nothing opens a disposition', () => {
    const worse = reviewed(
      confirmed(
        trip.after(correctResult, published(cleanReviewed), inspectorA, { ...adverse, ...told, reason: '复核更正' }),
      ),
    );
    expect(resultOf(worse).disposition).toBe('open');
    expect(resultOf(worse).referrals).toBe(2);
  });
});

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
});

test('a rule called for a department without a result refuses instead of inventing one', () => {
  for (const act of [
    concludeDisposition,
    confirmResult,
    decideWithholding,
    draftReferral,
    nameSubstitute,
    proposeWithholding,
    publishResult,
    reviewResult,
    withdrawPublication,
  ]) {
    expect(act.decide(noticed, {}, strangeHandler, now, {})).toMatchObject({ refused: { code: 'NOT_ENTITLED' } });
  }
  expect(
    takeForm(noticed, readForm(clean), { publicNote }, strangeHandler, now, {
      items: [],
      files: [],
      before: {},
      publish: { term: { from: '2026-03-10', workingDays: 20 }, due: { date: '2026-04-08' } },
      register: {},
      days: {},
      units: [],
      team: [],
      self: [],
      recused: [],
    }),
  ).toMatchObject({
    refused: { code: 'NOT_ENTITLED' },
  });
  expect(reviewResult.facts(noticed, {}, strangeHandler, now)).toMatchObject({ due: { from: now.today } });
  expect(resultStageOf(noticed, strangeHandler)).toBe('notInspecting');
});
