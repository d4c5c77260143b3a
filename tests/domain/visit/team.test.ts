import { decideExtension } from '../../../domain/joint-check/acts/decide-extension';
import { proposeExtension } from '../../../domain/joint-check/acts/propose-extension';
import type { FactAnswers, FactQuestions } from '../../../domain/facts';
import { certificateOn } from '../../../domain/registers/certificate';
import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { replaceOfficer } from '../../../domain/visit/acts/replace-officer';
import { setDate } from '../../../domain/visit/acts/set-date';
import { visit } from '../../../domain/visit/process';
import { check, underway } from '../situations/joint-checks';
import {
  fire,
  fireLeader,
  inspectorA,
  inspectorB,
  lead,
  leadHandler,
  leadLeader,
  officeDirector,
  officerA,
  officerB,
  officerC,
  officerD,
} from '../situations/people';
import { clean, entered, noticed, opened, resultOf, scheduled, trip } from '../situations/visits';

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
    for (const reasonCode of ['recusal', 'transferred', 'leave', 'suspended'])
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
