import { decideExtension } from '../../../domain/joint-check/acts/decide-extension';
import { proposeExtension } from '../../../domain/joint-check/acts/propose-extension';
import type { FactAnswers, FactQuestions } from '../../../domain/facts';
import { certificateOn } from '../../../domain/registers/certificate';
import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { disputeResult } from '../../../domain/visit/acts/dispute-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { replaceOfficer } from '../../../domain/visit/acts/replace-officer';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { setDate } from '../../../domain/visit/acts/set-date';
import { visit } from '../../../domain/visit/process';
import { teamOn } from '../../../domain/visit/team-on';
import { check, underway } from '../situations/joint-checks';
import {
  fire,
  fireLeader,
  inspectorA,
  inspectorB,
  inspectorC,
  lead,
  leadHandler,
  leadLeader,
  officeDirector,
  officerA,
  officerB,
  officerC,
  officerD,
} from '../situations/people';
import { now, playing } from '../situations/play';
import {
  clean,
  confirmed,
  entered,
  noticed,
  noticedAlone,
  published,
  reviewedOf,
  opened,
  resultOf,
  scheduled,
  trip,
} from '../situations/visits';

/** A county in which these officers hold no certificate on days after the one named. */
const expiring = (officers: readonly string[], last: string) => ({
  officersOn: ({ officers: asked, on }: FactQuestions['officersOn']): FactAnswers['officersOn'] =>
    asked.map((id) => ({ id, name: id.slice(-1), department: lead, certified: !officers.includes(id) || on <= last })),
});

describe('two certificates are valid on the day', () => {
  const world = expiring([officerB], '2026-03-11');

  test('at the date, and again at the notice: what was valid when the day was set may have ended since', () => {
    expect(trip.code(setDate, opened, leadHandler, { date: '2026-03-11' }, world)).toBe('passed');
    expect(trip.attempt(setDate, opened, leadHandler, { date: '2026-03-12' }, world)).toMatchObject({
      refused: { code: 'OFFICERS_WITHOUT_CERTIFICATE', details: { on: '2026-03-12', names: 'b' } },
    });
    const later = { ...scheduled, date: '2026-03-12' };
    expect(trip.code(issueNotice, later, leadHandler, {}, world)).toBe('OFFICERS_WITHOUT_CERTIFICATE');
    expect(trip.code(issueNotice, later, leadHandler, {}, expiring([officerB], '2026-03-12'))).toBe('passed');
  });

  test('of three officers two are enough, and the third cannot enter', () => {
    const three = {
      ...noticed,
      results: { ...noticed.results, [lead]: { ...resultOf(noticed), officers: [officerA, officerB, officerC] } },
    };
    const without = expiring([officerA], '2026-03-09');
    expect(trip.code(enterResult, three, inspectorA, clean, without)).toBe('CERTIFICATE_NOT_VALID');
    expect(trip.code(enterResult, three, inspectorB, clean, without)).toBe('passed');
  });

  test('at the entry and the confirmation, on the day of completion', () => {
    const gone = expiring([officerA], '2026-03-09');
    expect(trip.code(enterResult, noticed, inspectorA, clean, gone)).toBe('CERTIFICATE_NOT_VALID');
    expect(trip.code(enterResult, noticed, inspectorB, clean, gone)).toBe('OFFICERS_WITHOUT_CERTIFICATE');
    expect(trip.code(confirmResult, entered(noticed), inspectorB, { version: 1 })).toBe('passed');
    expect(
      trip.code(confirmResult, entered(noticed), inspectorB, { version: 1 }, expiring([officerB], '2026-03-09')),
    ).toBe('CERTIFICATE_NOT_VALID');
    // It ended after the day of completion: the confirmation of what was found then stands.
    expect(
      trip.code(confirmResult, entered(noticed), inspectorB, { version: 1 }, expiring([officerB], '2026-03-10')),
    ).toBe('passed');
  });

  test('at the extension, and again where it is decided', () => {
    const short = { openTeams: () => [{ id: officerA, name: '甲', department: lead, certified: false }] };
    const wish = { windowTo: '2026-09-30', reason: '汛期停产' };
    expect(check.code(proposeExtension, underway, leadHandler, wish, short)).toBe('OFFICERS_WITHOUT_CERTIFICATE');
    const asked = check.after(proposeExtension, underway, leadHandler, wish);
    expect(check.code(decideExtension, asked, officeDirector, { consent: 'confirm' }, short)).toBe(
      'OFFICERS_WITHOUT_CERTIFICATE',
    );
    expect(check.code(decideExtension, asked, officeDirector, { consent: 'refuse', reason: '证件到期' }, short)).toBe(
      'passed',
    );
  });

  test('of two numbers the one that is valid on the day is named', () => {
    const both = [
      { no: '样旧0001', expiresOn: '2024-05-31' },
      { no: '样新0001', expiresOn: '2031-06-30' },
    ];
    expect(certificateOn(both, '2026-11-30')?.no).toBe('样新0001');
    expect(certificateOn([...both].reverse(), '2026-11-30')?.no).toBe('样新0001');
    expect(certificateOn(both, '2031-07-01')).toBeUndefined();
  });
});

describe('the leader replaces an officer before the entry', () => {
  const because = { officer: officerA, reasonCode: 'leave' };
  const order = { substitutes: () => ({ order: [officerB, officerD, officerC] }) };

  test('by the next of the drawn order who may be sent, never by choice, and keeps the row', () => {
    const { next, content } = trip.decision(replaceOfficer, noticed, leadLeader, because, order);
    // B is on the team already, D is not eligible.
    expect(resultOf(next)).toMatchObject({
      officers: [officerC, officerB],
      replaced: [{ out: officerA, in: officerC, reason: 'leave' }],
    });
    expect(content).toEqual({ replacement: { department: lead, out: officerA, in: officerC, reason: 'leave' } });
    expect(trip.code(replaceOfficer, noticed, leadLeader, because, { ...order, eligibleOfficers: () => [] })).toBe(
      'NO_SUBSTITUTE',
    );
    // Nobody who went comes back for the next who goes.
    const all = { ...order, eligibleOfficers: () => [officerA, officerC] };
    expect(
      trip.code(
        replaceOfficer,
        next,
        leadLeader,
        { ...because, officer: officerB },
        {
          ...all,
          substitutes: () => ({ order: [officerA] }),
        },
      ),
    ).toBe('NO_SUBSTITUTE');
  });

  test('for the five reasons alone, and for a certificate only where it is not valid on the day', () => {
    for (const reasonCode of ['transferred', 'leave', 'suspended'])
      expect(trip.code(replaceOfficer, noticed, leadLeader, { officer: officerA, reasonCode })).toBe('passed');
    for (const reasonCode of ['busy', '', undefined])
      expect(trip.code(replaceOfficer, noticed, leadLeader, { officer: officerA, reasonCode })).toBe('INVALID_INPUT');
    const certificate = { officer: officerA, reasonCode: 'certificate' };
    expect(trip.code(replaceOfficer, noticed, leadLeader, certificate)).toBe('CERTIFICATE_STILL_VALID');
    expect(trip.code(replaceOfficer, noticed, leadLeader, certificate, expiring([officerA], '2026-03-09'))).toBe(
      'passed',
    );
  });

  test('its own team’s, and never after the entry', () => {
    for (const state of [opened, scheduled, noticed])
      expect(trip.code(replaceOfficer, state, leadLeader, because)).toBe('passed');
    expect(trip.code(replaceOfficer, noticed, fireLeader, because)).toBe('NOT_ON_TEAM');
    expect(trip.code(replaceOfficer, noticed, leadHandler, because)).toBe('NOT_ENTITLED');
    expect(trip.code(replaceOfficer, entered(noticed), leadLeader, because)).toBe('WRONG_STAGE');
  });

  test('a notice that is out is issued again before the department enters', () => {
    expect(trip.after(replaceOfficer, scheduled, leadLeader, because)).not.toHaveProperty('noticeOvertaken');
    const replaced = trip.after(replaceOfficer, noticed, leadLeader, because);
    expect(replaced.noticeOvertaken).toEqual([lead]);
    expect(visit.waiting(replaced)).toContainEqual(
      expect.objectContaining({ act: 'visit.issueNotice', department: lead, capacity: 'departmentHandler' }),
    );
    expect(trip.code(enterResult, replaced, inspectorB, clean)).toBe('NOTICE_OVERTAKEN');
    const again = trip.after(issueNotice, replaced, leadHandler);
    expect(again.noticeOvertaken).toBeUndefined();
    expect(trip.code(enterResult, again, inspectorB, clean)).toBe('passed');
    expect(trip.code(issueNotice, again, leadHandler)).toBe('WRONG_STAGE');
    expect(trip.after(replaceOfficer, noticed, fireLeader, { ...because, officer: officerD }).noticeOvertaken).toEqual([
      fire,
    ]);
  });
});

describe('a recusal', () => {
  const recused = { recusedOfficers: () => [{ id: officerB, name: '乙' }] };

  test('by which an officer is replaced goes into the register with its reason, and no other reason does', () => {
    const because = { officer: officerA, reasonCode: 'recusal' };
    expect(trip.attempt(replaceOfficer, noticed, leadLeader, because)).toEqual({
      refused: { code: 'REASON_NEEDED', details: { field: 'note' } },
    });
    const given = { ...because, note: '配偶任该单位会计' };
    expect(trip.decision(replaceOfficer, noticed, leadLeader, given).content).toMatchObject({
      recusal: { officer: officerA, object: noticed.object, reason: '配偶任该单位会计' },
    });
    const ill = { ...given, reasonCode: 'leave' };
    expect(trip.decision(replaceOfficer, noticed, leadLeader, ill).content).not.toHaveProperty('recusal');
  });

  test('that came up after the draw keeps the officer out of notice, entry and confirmation', () => {
    for (const [act, state, actor, input] of [
      [issueNotice, scheduled, leadHandler, {}],
      [enterResult, noticed, inspectorA, clean],
      [confirmResult, entered(noticed), inspectorB, { version: 1 }],
    ] as const) {
      expect(trip.attempt(act, state, actor, input, recused)).toMatchObject({
        refused: { code: 'OFFICERS_RECUSED', details: { names: '乙' } },
      });
      expect(trip.code(act, state, actor, input)).toBe('passed');
    }
  });
});

describe('a result that came back, whose officers are gone', () => {
  const back = trip.after(reviewResult, confirmed(entered(noticed)), leadLeader, {
    verdict: 'return',
    reason: '写明检查地点',
  });
  const gone = { officerStanding: () => ({ onDuty: false, account: 'active' as const }) };
  const leave = (officer: string) => ({ officer, reasonCode: 'leave' });
  const order = { substitutes: () => ({ order: [officerC, officerD] }), eligibleOfficers: () => [officerC, officerD] };
  const later = playing(visit, { ...now, at: '2026-03-20T01:00:00.000Z', today: '2026-03-20' });

  test('is entered again by its officers: nobody who can do so is taken out, but for a recusal', () => {
    expect(trip.code(replaceOfficer, back, leadLeader, leave(officerA))).toBe('OFFICER_STILL_THERE');
    const must = { officer: officerA, reasonCode: 'recusal', note: '亲属关系' };
    expect(trip.code(replaceOfficer, back, leadLeader, must)).toBe('passed');
    for (const standing of [
      { onDuty: false, account: 'active' },
      { onDuty: true, account: 'disabled' },
      { onDuty: true, account: 'none' },
    ] as const)
      expect(trip.code(replaceOfficer, back, leadLeader, leave(officerA), { officerStanding: () => standing })).toBe(
        'passed',
      );
    expect(trip.code(replaceOfficer, back, leadLeader, leave(officerA), expiring([officerA], '2026-03-09'))).toBe(
      'passed',
    );
  });

  test('goes on by two of the drawn order, who say which record they rest on; the firm gets no new notice', () => {
    const one = later.after(replaceOfficer, back, leadLeader, leave(officerA), { ...gone, ...order });
    const both = later.after(replaceOfficer, one, leadLeader, leave(officerB), { ...gone, ...order });
    expect(resultOf(both)).toMatchObject({ officers: [officerC, officerD], returned: { reason: '写明检查地点' } });
    expect(both).not.toHaveProperty('noticeOvertaken');
    expect(visit.waiting(both).filter(({ act }) => act === 'visit.enterResult')).toMatchObject([
      { officer: officerC, returned: true },
      { officer: officerD, returned: true },
      {},
      {},
    ]);
    expect(later.code(enterResult, both, inspectorA, clean)).toBe('NOT_ENTITLED');

    // Completed on the 10th, when those who were drawn were there.
    expect(later.attempt(enterResult, both, inspectorC, clean)).toMatchObject({
      refused: { code: 'RECORD_BASIS_NEEDED', details: { field: 'restsOn', date: '2026-03-20' } },
    });
    const rests = { ...clean, restsOn: '3月10日现场笔录及照片' };
    expect(later.code(enterResult, both, inspectorC, rests)).toBe('passed');
    expect(later.code(enterResult, both, inspectorC, { ...clean, completedOn: '2026-03-20' })).toBe('passed');
    // Certificates: of who was there on that day, of who writes since they came.
    const young = expiring([officerC], '2026-03-15');
    expect(later.code(enterResult, both, inspectorC, rests, young)).toBe('CERTIFICATE_NOT_VALID');
    expect(teamOn(resultOf(both), '2026-03-10')).toEqual([officerA, officerB]);
    expect(teamOn(resultOf(both), '2026-03-20')).toEqual([officerC, officerD]);
  });

  test('and one that was published can be corrected by whoever comes, while those who answered for it stay named', () => {
    const closed = published(reviewedOf(noticedAlone));
    expect(closed.stage).toBe('closed');
    expect(trip.code(replaceOfficer, closed, leadLeader, leave(officerA))).toBe('OFFICER_STILL_THERE');
    const next = later.after(replaceOfficer, closed, leadLeader, leave(officerA), { ...gone, ...order });
    expect(next).toMatchObject({
      stage: 'closed',
      results: { [lead]: { enteredBy: officerA, confirmedBy: officerB } },
    });
    const correction = {
      ...clean,
      reason: '完成日期有误',
      publicNote: '更正检查结果。',
      errorEstablishedOn: '2026-03-20',
    };
    expect(later.code(correctResult, next, inspectorC, correction)).toBe('RECORD_BASIS_NEEDED');
    expect(later.code(correctResult, next, inspectorC, { ...correction, restsOn: '3月10日现场笔录' })).toBe('passed');
  });

  test('that the second officer sent back to one who has gone is the other’s and the newcomer’s', () => {
    const disputed = trip.after(disputeResult, entered(noticed), inspectorB, { reason: '第二项没有查看' });
    expect(resultOf(disputed).returned?.to).toBe(officerA);
    const next = later.after(replaceOfficer, disputed, leadLeader, leave(officerA), { ...gone, ...order });
    const waiting = visit
      .waiting(next)
      .filter(({ act, department }) => act === 'visit.enterResult' && department === lead);
    expect(waiting.map(({ officer }) => officer)).toEqual([officerC, officerB]);
    expect(later.code(enterResult, next, inspectorA, clean)).toBe('NOT_ENTITLED');
    expect(later.code(enterResult, next, inspectorB, clean)).toBe('passed');
  });
});
