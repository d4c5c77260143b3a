import { allInOrder } from '../../../domain/visit/acts/all-in-order';
import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { nameSubstitute } from '../../../domain/visit/acts/name-substitute';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { visit } from '../../../domain/visit/process';
import type { VisitState } from '../../../domain/visit/state';
import {
  fire,
  fireInspector,
  fireLeader,
  inspectorA,
  inspectorB,
  inspectorC,
  lead,
  leadHandler,
  leadLeader,
  officerA,
  officerB,
  officerC,
  officerD,
} from '../situations/people';
import {
  adverse,
  clean,
  confirmed,
  entered,
  noticed,
  noticedAlone,
  published,
  resultOf,
  reviewed,
  reviewedOf,
  trip,
} from '../situations/visits';
import { lostFile, scan } from '../situations/world';

const pass = (state: VisitState) => ({ verdict: 'pass', version: resultOf(state).version });
const first = entered(noticed);
const allClear = { completedOn: '2026-03-10', methods: ['onSite'], signature: 'signed' };
const publicNote = '经复核，检查结果有遗漏，现予更正。';
const told = { publicNote, errorEstablishedOn: '2026-03-10' };

describe('谁检查、谁录入', () => {
  test('only an assigned officer enters, for their own department', () => {
    expect(resultOf(first)).toMatchObject({ stage: 'entered', version: 1, enteredBy: officerA, code: '1' });
    for (const actor of [
      inspectorC,
      leadHandler,
      leadLeader,
      { ...inspectorA, department: fire },
      { ...inspectorA, inspector: undefined },
    ]) {
      expect(trip.code(enterResult, noticed, actor, clean)).toBe('NOT_ENTITLED');
    }
    expect(trip.code(enterResult, noticed, fireInspector, { ...clean, rows: [] })).toBe('ITEMS_MISSING');
    expect(trip.code(enterResult, first, inspectorB, clean)).toBe('WRONG_STAGE');
  });

  test('the form is judged by its rules, and files that it names exist', () => {
    expect(trip.code(enterResult, noticed, inspectorA, { ...clean, completedOn: '2026-03-11' })).toBe('DATE_IN_FUTURE');
    expect(trip.code(enterResult, noticed, inspectorA, { ...clean, attachments: [lostFile] })).toBe('FILE_UNKNOWN');
    const { content, attachments, next } = trip.decision(enterResult, noticed, inspectorA, {
      ...clean,
      attachments: [scan],
    });
    expect(attachments).toEqual([`sha-${scan}`]);
    expect(content?.recordForm).toMatchObject({ department: lead, version: 1, form: { code: '1' } });
    expect(JSON.stringify(next)).not.toContain('rows');
  });

  test('“all in order” fills every item of this department', () => {
    const { content, next } = trip.decision(allInOrder, noticed, inspectorA, allClear);
    expect(content?.recordForm).toMatchObject({
      form: { code: '1', followUp: 'none', rows: [{ item: 'SCJG-01', finding: 'inOrder' }, { item: 'SCJG-02' }] },
    });
    expect(resultOf(next).stage).toBe('entered');
    expect(trip.code(allInOrder, noticed, inspectorA, { ...allClear, signature: 'refused' })).toBe('WITNESS_NEEDED');
    expect(trip.code(allInOrder, noticed, inspectorC, allClear)).toBe('NOT_ENTITLED');
  });
});

describe('two persons answer for a result', () => {
  test('the second officer confirms, never the one who entered', () => {
    expect(resultOf(confirmed(first))).toMatchObject({
      stage: 'confirmed',
      enteredBy: officerA,
      confirmedBy: officerB,
    });
    expect(trip.code(confirmResult, first, inspectorA, { version: 1 })).toBe('SAME_PERSON');
    expect(trip.code(confirmResult, first, { ...inspectorA, account: 'second-account' }, { version: 1 })).toBe(
      'SAME_PERSON',
    );
    expect(trip.code(confirmResult, first, inspectorB, { version: 2 })).toBe('STALE_VERSION');
    expect(trip.code(confirmResult, noticed, inspectorB, { version: 1 })).toBe('WRONG_STAGE');
    for (const actor of [inspectorC, fireInspector])
      expect(trip.code(confirmResult, first, actor, { version: 1 })).not.toBe('passed');
    expect(confirmResult.obstacle(first, inspectorC)).toBe('NOT_ASSIGNED');
  });

  test('an officer who cannot is replaced by the leader, with a reason, by one who may and is not there yet', () => {
    const naming = { officer: officerC, reason: '病假' };
    const named = trip.after(nameSubstitute, first, leadLeader, naming);
    expect(trip.after(confirmResult, named, inspectorC, { version: 1 }).results[lead]).toMatchObject({
      confirmedBy: officerC,
    });
    expect(visit.waiting(named).map((waiting) => waiting.officer)).toEqual(
      expect.arrayContaining([officerB, officerC]),
    );
    expect(
      trip.code(nameSubstitute, first, leadLeader, naming, { certifiedOfficer: () => ({ eligible: false }) }),
    ).toBe('OFFICER_NOT_ELIGIBLE');
    expect(trip.code(nameSubstitute, first, leadLeader, { ...naming, officer: officerB })).toBe(
      'OFFICER_ALREADY_ASSIGNED',
    );
    expect(trip.code(nameSubstitute, first, leadLeader, { officer: officerC })).toBe('INVALID_INPUT');
    expect(trip.code(nameSubstitute, first, leadHandler, naming)).toBe('NOT_ENTITLED');
    expect(trip.code(nameSubstitute, first, fireLeader, naming)).toBe('WRONG_STAGE');
    expect(trip.code(nameSubstitute, noticed, leadLeader, naming)).toBe('WRONG_STAGE');
  });
});

describe('the leader reviews', () => {
  const ready = confirmed(first);

  test('what two officers confirmed, being none of them', () => {
    expect(resultOf(reviewed(ready))).toMatchObject({
      stage: 'reviewed',
      publication: 'awaiting',
      publishDue: { date: '2026-03-17' },
      disposition: 'notNeeded',
    });
    for (const inspector of [officerA, officerB])
      expect(trip.code(reviewResult, ready, { ...leadLeader, inspector }, pass(ready))).toBe('OFFICER_CANNOT_REVIEW');
    expect(trip.code(reviewResult, ready, { ...leadLeader, inspector: officerC }, pass(ready))).toBe('passed');
    expect(trip.code(reviewResult, ready, leadLeader, { verdict: 'pass', version: 2 })).toBe('STALE_VERSION');
    expect(trip.code(reviewResult, first, leadLeader, pass(first))).toBe('WRONG_STAGE');
    expect(trip.code(reviewResult, ready, fireLeader, pass(ready))).toBe('WRONG_STAGE');
    expect(trip.code(reviewResult, ready, leadHandler, pass(ready))).toBe('NOT_ENTITLED');
  });

  test('a substitute who then entered a correction cannot review it as leader', () => {
    const named = trip.after(nameSubstitute, first, leadLeader, { officer: officerC, reason: '病假' });
    const bySubstitute = trip.after(confirmResult, named, inspectorC, { version: 1 });
    const corrected = trip.after(correctResult, bySubstitute, inspectorC, { ...adverse, reason: '补充问题' });
    const again = trip.after(confirmResult, corrected, inspectorB, { version: 2 });
    expect(resultOf(again)).toMatchObject({ enteredBy: officerC, confirmedBy: officerB, substitute: undefined });
    expect(trip.code(reviewResult, again, { ...leadLeader, inspector: officerC }, pass(again))).toBe(
      'OFFICER_CANNOT_REVIEW',
    );
  });

  test('or returns it with a reason; it is then entered anew as the next version', () => {
    expect(trip.code(reviewResult, ready, leadLeader, { verdict: 'return', version: 1 })).toBe('REASON_NEEDED');
    const back = trip.after(reviewResult, ready, leadLeader, { verdict: 'return', version: 1, reason: '记录不清' });
    expect(resultOf(back)).toMatchObject({ stage: 'awaitingVisit', version: 1, enteredBy: undefined });
    expect(resultOf(entered(back)).version).toBe(2);
  });

  test('the term of publication runs from completion, or waits for a calendar', () => {
    const asked: unknown[] = [];
    trip.after(reviewResult, ready, leadLeader, pass(ready), {
      dueDay: (question) => (asked.push(question), { pendingYear: 2027 }),
    });
    expect(asked).toEqual([{ kind: 'dueDay', from: '2026-03-10', workingDays: 20 }]);
    const untold = { ...ready, results: { ...ready.results, [lead]: { ...resultOf(ready), completedOn: undefined } } };
    expect(reviewResult.facts(untold, {}, leadLeader, { at: '', today: '2026-03-11', submission: '' })).toMatchObject({
      due: { from: '2026-03-11' },
    });
  });
});

describe('corrections', () => {
  const done = published(reviewedOf(noticedAlone));
  const corrected = trip.after(correctResult, done, inspectorB, { ...adverse, ...told, reason: '复核发现遗漏' });

  test('make a new version through the same four eyes and keep what was published', () => {
    expect(done.stage).toBe('closed');
    expect(corrected.stage).toBe('noticed');
    expect(resultOf(corrected)).toMatchObject({
      stage: 'entered',
      version: 2,
      enteredBy: officerB,
      publication: 'published',
      publishedVersion: 1,
    });
    expect(resultOf(corrected).reviewedBy).toBeUndefined();
    expect(trip.code(confirmResult, corrected, inspectorB, { version: 2 })).toBe('SAME_PERSON');
    const again = reviewed(trip.after(confirmResult, corrected, inspectorA, { version: 2 }));
    expect(resultOf(again)).toMatchObject({ publication: 'awaiting', publishedVersion: 1 });
    expect(resultOf(published(again))).toMatchObject({ publication: 'published', publishedVersion: 2 });
  });

  test('need a reason, an officer of the result, and a form that holds', () => {
    expect(trip.code(correctResult, done, inspectorB, adverse)).toBe('INVALID_INPUT');
    expect(trip.code(correctResult, done, inspectorC, { ...adverse, ...told, reason: '遗漏' })).toBe('NOT_ENTITLED');
    expect(trip.code(correctResult, done, inspectorB, { ...adverse, ...told, followUp: 'none', reason: '遗漏' })).toBe(
      'FOLLOW_UP_NEEDED',
    );
    expect(trip.code(correctResult, first, inspectorB, { ...adverse, reason: '遗漏' })).toBe('WRONG_STAGE');
    expect(correctResult.reopens).toBe(true);
  });

  test('of what was never published publish nothing by themselves', () => {
    const early = trip.after(correctResult, confirmed(first), inspectorA, { ...clean, reason: '改日期' });
    expect(resultOf(early)).toMatchObject({ version: 2, publication: 'notYet', disposition: 'notYet' });
  });
});

test('no department waits for another: each result has a stage of its own', () => {
  const own = reviewedOf(noticed);
  expect(resultOf(own, fire).stage).toBe('awaitingVisit');
  expect(visit.waiting(own).filter((waiting) => waiting.department === fire)).toHaveLength(2);
  expect(
    trip.code(enterResult, own, fireInspector, {
      ...clean,
      rows: [
        { item: 'XFJY-01', finding: 'inOrder' },
        { item: 'XFJY-02', finding: 'inOrder' },
      ],
    }),
  ).toBe('passed');
});

test('whom a result waits for: the officers, the other officer, the leader', () => {
  const of = (state: VisitState) =>
    visit
      .waiting(state)
      .filter((waiting) => waiting.department === lead)
      .map(({ act, officer }) => [act, officer]);
  expect(of(noticed)).toEqual([
    ['visit.enterResult', officerA],
    ['visit.enterResult', officerB],
  ]);
  expect(of(first)).toEqual([['visit.confirmResult', officerB]]);
  expect(of(confirmed(first))).toEqual([['visit.reviewResult', undefined]]);
  expect(visit.waiting(noticed)[0]).toMatchObject({ due: '2026-03-10' });
  expect(visit.waiting(noticed).some((waiting) => waiting.officer === officerD)).toBe(true);
});
