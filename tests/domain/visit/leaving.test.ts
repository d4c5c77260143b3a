import type { FactQuestions } from '../../../domain/facts';
import { releaseDepartment } from '../../../domain/joint-check/acts/release-department';
import { terminate } from '../../../domain/joint-check/acts/terminate';
import { allInOrder } from '../../../domain/visit/acts/all-in-order';
import { askOtherDate } from '../../../domain/visit/acts/ask-other-date';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { noteRelease } from '../../../domain/visit/acts/note-release';
import { replaceOfficer } from '../../../domain/visit/acts/replace-officer';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { inspecting } from '../../../domain/visit/inspecting';
import { visit } from '../../../domain/visit/process';
import { check, onMinutes, underway } from '../situations/joint-checks';
import {
  clock,
  fire,
  fireHandler,
  fireInspector,
  fireLeader,
  inspectorA,
  lead,
  leadHandler,
  leadLeader,
  officeDirector,
  officeHandler,
  officerD,
  stranger,
} from '../situations/people';
import { clean, noticed, opened, published, reviewedOf, row, scheduled, trip } from '../situations/visits';

/** A county in which one unit inspects no longer. */
const without = (gone: string) => ({
  departments: ({ codes }: FactQuestions['departments']) => codes.map((code) => ({ code, inspects: code !== gone })),
});
const why = { reason: '机构改革方案（灌办〔2026〕9号）' };
const fires = { ...clean, rows: [row('XFJY-01'), row('XFJY-02')] };
const told = { department: fire, ...why };

describe('a department that inspects no longer', () => {
  test('is neither announced to a firm nor enters a result, and the others go on', () => {
    expect(trip.attempt(issueNotice, scheduled, leadHandler, {}, without(fire))).toMatchObject({
      refused: { code: 'UNIT_INSPECTS_NO_LONGER', details: { department: fire } },
    });
    expect(trip.code(enterResult, noticed, fireInspector, fires, without(fire))).toBe('UNIT_INSPECTS_NO_LONGER');
    const quick = { completedOn: '2026-03-10', methods: ['onSite'], signature: 'signed' };
    expect(trip.code(allInOrder, noticed, fireInspector, quick, without(fire))).toBe('UNIT_INSPECTS_NO_LONGER');
    expect(trip.code(enterResult, noticed, inspectorA, clean, without(fire))).toBe('passed');
  });

  test('sees what it recorded before to its end', () => {
    const waiting = reviewedOf(noticed);
    expect(waiting.results[lead]?.stage).toBe('reviewed');
    const back = trip.after(
      reviewResult,
      { ...waiting, results: { ...waiting.results, [lead]: { ...waiting.results[lead]!, stage: 'confirmed' } } },
      leadLeader,
      { verdict: 'return', reason: '写明地点' },
    );
    expect(trip.code(enterResult, back, inspectorA, clean, without(lead))).toBe('passed');
  });
});

describe('the office’s director releases it from the check', () => {
  const ask = (department: string, world = without(fire)) =>
    check.attempt(releaseDepartment, underway, officeDirector, { department, ...why }, world);

  test('for a participant alone that inspects no longer in the act’s own transaction, once, with the document', () => {
    const { next, effects, reason } = check.decision(releaseDepartment, underway, officeDirector, told, without(fire));
    expect(next.released).toMatchObject([{ department: fire, reason: why.reason }]);
    expect(reason).toBe(why.reason);
    expect(effects).toEqual([
      {
        kind: 'tellVisits',
        check: underway.id,
        act: 'visit.noteRelease',
        input: told,
        submission: `${underway.id}/released-${fire}`,
      },
    ]);
    expect(check.code(releaseDepartment, next, officeDirector, told, without(fire))).toBe('DEPARTMENT_RELEASED');
    expect(ask(fire, without(stranger))).toMatchObject({ refused: { code: 'DEPARTMENT_STILL_INSPECTS' } });
    expect(ask(lead, without(lead))).toMatchObject({ refused: { code: 'LEAD_CANNOT_LEAVE' } });
    expect(ask(stranger, without(stranger))).toMatchObject({ refused: { code: 'NOT_A_PARTICIPANT' } });
    for (const actor of [leadLeader, officeHandler, fireHandler])
      expect(check.code(releaseDepartment, underway, actor, told, without(fire))).toBe('NOT_ENTITLED');
    expect(check.code(releaseDepartment, underway, officeDirector, { department: fire }, without(fire))).toBe(
      'INVALID_INPUT',
    );
  });
});

describe('a check that was ended while visits are open of which something is recorded', () => {
  const terminated = check.after(terminate, underway, officeDirector, {
    ...onMinutes,
    reason: '与上级部署重复',
    publicNote: '因工作安排调整终止。',
  });

  test('is left by a participant that inspects no longer, and by its lead, as nobody is to be given notice any more', () => {
    for (const department of [fire, lead]) {
      const { next, effects } = check.decision(
        releaseDepartment,
        terminated,
        officeDirector,
        { ...told, department },
        without(department),
      );
      expect(next).toMatchObject({ stage: 'terminated', released: [{ department }], ending: terminated.ending });
      expect(effects).toMatchObject([{ act: 'visit.noteRelease', input: { department, ended: true } }]);
    }
    expect(check.code(releaseDepartment, terminated, officeDirector, told, without(stranger))).toBe(
      'DEPARTMENT_STILL_INSPECTS',
    );
    for (const actor of [leadLeader, officeHandler])
      expect(check.code(releaseDepartment, terminated, actor, told, without(fire))).toBe('NOT_ENTITLED');
  });

  test('and its visits come to their end', () => {
    const recorded = published(reviewedOf(noticed));
    expect(recorded.stage).toBe('noticed');
    expect(trip.after(noteRelease, recorded, clock, { ...told, ended: true }).stage).toBe('closed');
    // Where the participant has recorded, and the lead never will.
    const byFire = trip.after(enterResult, noticed, fireInspector, fires);
    const next = trip.after(noteRelease, byFire, clock, { ...told, department: lead, ended: true });
    expect(next.results[lead]).toMatchObject({ stage: 'excused' });
    expect(next).not.toHaveProperty('noticeOvertaken');
    expect(visit.waiting(next).map(({ department }) => department)).not.toContain(lead);
  });
});

describe('a visit that hears of it', () => {
  test.each([
    ['without a day', opened],
    ['with a day', scheduled],
  ])('%s waits for nothing of that department any more, and the notice names it no longer', (_name, state) => {
    const next = trip.after(noteRelease, state, clock, told);
    expect(inspecting(next).map(([department]) => department)).toEqual([lead]);
    expect(next.results[fire]).toMatchObject({ stage: 'excused', excused: why });
    expect(next).not.toHaveProperty('noticeOvertaken');
    expect(visit.waiting(next).map(({ department }) => department)).not.toContain(fire);
    const wish = { wanted: '2026-03-20', reason: '车辆维修' };
    expect(trip.code(askOtherDate, next, fireHandler, wish)).toBe('WRONG_STAGE');
    const leave = { officer: officerD, reasonCode: 'leave' };
    expect(trip.code(replaceOfficer, next, fireLeader, leave)).toBe('WRONG_STAGE');
    expect(trip.code(noteRelease, next, clock, { ...told, department: stranger })).toBe('NOT_A_PARTICIPANT');
  });

  test('whose notice is out has it issued again without that department, and ends without its result', () => {
    const next = trip.after(noteRelease, noticed, clock, told);
    expect(visit.waiting(next)).toContainEqual(expect.objectContaining({ act: 'visit.issueNotice', department: lead }));
    // Nobody else is kept from entering meanwhile.
    expect(trip.code(enterResult, next, inspectorA, clean)).toBe('passed');
    expect(trip.code(enterResult, next, fireInspector, fires)).not.toBe('passed');
    const again = trip.after(issueNotice, next, leadHandler, {}, without(fire));
    expect(again.noticeOvertaken).toBeUndefined();
    expect(published(reviewedOf(again)).stage).toBe('closed');
  });

  test('that was waiting for it alone is over', () => {
    const others = published(reviewedOf(noticed));
    expect(others.stage).toBe('noticed');
    const { next, effects } = trip.decision(noteRelease, others, clock, told);
    expect(next.stage).toBe('closed');
    expect(effects).toEqual([{ kind: 'reviewProgress', check: next.check, batch: next.batch }]);
  });

  test('of which it has recorded something keeps that', () => {
    const recorded = trip.after(enterResult, noticed, fireInspector, fires);
    expect(trip.code(noteRelease, recorded, clock, told)).toBe('RESULT_ENTERED');
    expect(trip.code(noteRelease, noticed, clock, { ...told, department: lead })).toBe('LEAD_CANNOT_LEAVE');
  });
});
