import { concludeDisposition } from '../../../domain/visit/acts/conclude-disposition';
import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { decideWithholding } from '../../../domain/visit/acts/decide-withholding';
import { draftReferral } from '../../../domain/visit/acts/draft-referral';
import { nameSubstitute } from '../../../domain/visit/acts/name-substitute';
import { proposeWithholding } from '../../../domain/visit/acts/propose-withholding';
import { publishResult } from '../../../domain/visit/acts/publish-result';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { withdrawPublication } from '../../../domain/visit/acts/withdraw-publication';
import { takeForm } from '../../../domain/visit/entering';
import { visit } from '../../../domain/visit/process';
import { resultStageOf } from '../../../domain/visit/result';
import { hasEnded, type VisitState } from '../../../domain/visit/state';
import {
  fire,
  fireHandler,
  inspectorA,
  inspectorB,
  inspectorC,
  lead,
  leadHandler,
  leadLeader,
  officeHandler,
  strangeHandler,
} from '../situations/people';
import { now, playing } from '../situations/play';
import {
  adverse,
  clean,
  confirmed,
  entered,
  noticed,
  noticedAlone,
  published,
  readForm,
  resultOf,
  reviewed,
  reviewedOf,
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
    const later = playing(visit, { ...now, at: '2026-03-20T01:00:00.000Z', today: '2026-03-20' });
    const waits = visit.waiting(
      later.after(decideWithholding, asked, leadLeader, { consent: 'sendBack', reason: '依据不足' }),
    );
    expect(waits).toContainEqual(
      expect.objectContaining({ act: 'visit.publishResult', returned: true, since: '2026-03-20T01:00:00.000Z' }),
    );
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

describe('a correction of what was published', () => {
  const correction = { ...clean, ...told, reason: '更正日期' };
  const raised = trip.after(correctResult, published(cleanReviewed), inspectorA, correction);

  test('runs once: until it is public nobody else raises another, whatever version they name', () => {
    const running = { confirmed: confirmed(raised), reviewed: reviewed(confirmed(raised)) };
    for (const state of Object.values(running))
      expect(trip.code(correctResult, state, inspectorB, correction)).toBe('CORRECTION_RUNNING');
    // Where it was just raised, or came back, it is entered again and not raised twice, by whoever.
    const returned = trip.after(reviewResult, running.confirmed, leadLeader, {
      verdict: 'return',
      reason: '日期仍不对',
      version: 2,
    });
    for (const state of [raised, returned])
      for (const officer of [inspectorA, inspectorB])
        expect(trip.code(correctResult, state, officer, correction)).toBe('CORRECTION_RUNNING');
    const asked = trip.after(proposeWithholding, running.reviewed, leadHandler, basis);
    expect(trip.code(correctResult, asked, inspectorB, correction)).toBe('CORRECTION_RUNNING');
    // Who is not entitled learns nothing of it.
    expect(trip.code(correctResult, raised, leadHandler, correction)).toBe('NOT_ENTITLED');
    expect(trip.code(correctResult, published(running.reviewed), inspectorB, correction)).toBe('passed');
  });

  test('is mended by whoever raised it, and by the others once that officer has left', () => {
    const waits = reviewed(confirmed(raised));
    expect(trip.code(correctResult, waits, inspectorA, correction)).toBe('passed');
    const gone: VisitState = {
      ...waits,
      results: { [lead]: { ...resultOf(waits), officers: [inspectorC.inspector ?? '', inspectorB.inspector ?? ''] } },
    };
    expect(trip.code(correctResult, gone, inspectorB, correction)).toBe('passed');
  });

  test('is known by its versions where it was raised before results kept their terms', () => {
    const waits = reviewed(confirmed(raised));
    const older: VisitState = { ...waits, results: { [lead]: { ...resultOf(waits), publishTerm: undefined } } };
    expect(trip.code(correctResult, older, inspectorB, correction)).toBe('CORRECTION_RUNNING');
    // A first version that is not public yet is no correction of anything.
    expect(trip.code(correctResult, cleanReviewed, inspectorB, { ...clean, reason: '更正日期' })).toBe('passed');
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
