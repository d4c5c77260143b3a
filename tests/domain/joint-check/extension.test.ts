import { decideExtension } from '../../../domain/joint-check/acts/decide-extension';
import { proposeExtension } from '../../../domain/joint-check/acts/propose-extension';
import { terminate } from '../../../domain/joint-check/acts/terminate';
import { jointCheck } from '../../../domain/joint-check/process';
import { noteExtension } from '../../../domain/visit/acts/note-extension';
import { setDate } from '../../../domain/visit/acts/set-date';
import { visit } from '../../../domain/visit/process';
import { approved, check, drawn, onMinutes, underway } from '../situations/joint-checks';
import { clock, fireHandler, leadHandler, leadLeader, officeDirector, officeHandler } from '../situations/people';
import { noticed, opened, scheduled, trip } from '../situations/visits';
import { lostFile } from '../situations/world';

const wish = { windowTo: '2026-08-31', reason: '汛期部分企业停产，无法入户' };
const asked = check.after(proposeExtension, underway, leadHandler, wish);
const consent = { consent: 'confirm', ...onMinutes };

describe('the lead asks for a later last day', () => {
  test('while the check is carried out, with a reason, for a day that is later', () => {
    expect(asked.scheme.windowTo).toBe(underway.scheme.windowTo);
    expect(jointCheck.waiting(asked)).toMatchObject([
      { act: 'jointCheck.decideExtension', capacity: 'officeDirector' },
    ]);
    expect(check.code(proposeExtension, underway, leadHandler, { windowTo: wish.windowTo })).toBe('INVALID_INPUT');
    expect(check.code(proposeExtension, underway, leadHandler, { ...wish, windowTo: underway.scheme.windowTo })).toBe(
      'EXTENSION_NOT_LATER',
    );
    const over = { ...underway, scheme: { ...underway.scheme, windowTo: '2026-02-01' } };
    expect(check.code(proposeExtension, over, leadHandler, { ...wish, windowTo: '2026-03-01' })).toBe('DATE_PAST');
    for (const early of [approved, drawn])
      expect(check.code(proposeExtension, early, leadHandler, wish)).toBe('WRONG_STAGE');
  });

  test('once at a time, and nobody else asks', () => {
    expect(check.code(proposeExtension, asked, leadHandler, wish)).toBe('EXTENSION_PROPOSED');
    for (const actor of [leadLeader, fireHandler, officeHandler, officeDirector])
      expect(check.code(proposeExtension, underway, actor, wish)).toBe('NOT_ENTITLED');
  });
});

describe('the director of the office decides', () => {
  test('consent moves the last day, keeps the old one readable, and tells the visits', () => {
    const { next, effects, reason } = check.decision(decideExtension, asked, officeDirector, consent);
    expect(next).toMatchObject({
      scheme: { windowTo: '2026-08-31' },
      proposedExtension: undefined,
      extensions: [{ from: '2026-06-30', to: '2026-08-31', basis: { kind: 'minutes', date: '2026-03-09' } }],
    });
    expect(reason).toBe(wish.reason);
    expect(effects).toMatchObject([
      {
        kind: 'tellVisits',
        act: 'visit.noteExtension',
        input: { windowTo: '2026-08-31' },
        submission: `${next.id}/extension-1`,
      },
    ]);
    const again = check.after(
      decideExtension,
      check.after(proposeExtension, next, leadHandler, { ...wish, windowTo: '2026-09-30' }),
      officeDirector,
      consent,
    );
    expect(again.extensions.map(({ from }) => from)).toEqual(['2026-06-30', '2026-08-31']);
  });

  test('consent rests on signed minutes, or on an authorisation to extend and on no other', () => {
    const on = (basis: object) => check.code(decideExtension, asked, officeDirector, { consent: 'confirm', ...basis });
    const authorised = (authorisation: string) => on({ basis: 'authorisation', authorisation });
    expect(on({})).toBe('BASIS_NEEDED');
    expect(on({ ...onMinutes, attachments: [] })).toBe('MINUTES_INCOMPLETE');
    expect(on({ ...onMinutes, attachments: [lostFile] })).toBe('FILE_UNKNOWN');
    expect(on({ ...onMinutes, minutesDate: '2026-03-11' })).toBe('DATE_IN_FUTURE');
    expect(authorised('to-extend')).toBe('passed');
    expect(authorised('standing-1')).toBe('AUTHORISATION_NOT_COVERING');
    expect(authorised('ended-since')).toBe('AUTHORISATION_NOT_VALID');
  });

  test('a refusal needs a reason and changes nothing', () => {
    expect(check.code(decideExtension, asked, officeDirector, { consent: 'refuse' })).toBe('REASON_NEEDED');
    const refused = check.decision(decideExtension, asked, officeDirector, {
      consent: 'refuse',
      reason: '任务须在上半年完成',
    });
    expect(refused.next).toEqual({ ...underway, proposals: 2, proposedExtension: undefined });
    expect(refused.effects).toBeUndefined();
  });

  test('only what was asked, only the director, never the one who asked', () => {
    expect(check.code(decideExtension, underway, officeDirector, consent)).toBe('NO_EXTENSION_PROPOSED');
    for (const actor of [officeHandler, leadLeader, leadHandler])
      expect(check.code(decideExtension, asked, actor, consent)).toBe('NOT_ENTITLED');
    expect(check.code(decideExtension, asked, { ...officeDirector, account: leadHandler.account }, consent)).toBe(
      'SAME_PERSON',
    );
    const ended = check.after(terminate, asked, officeDirector, {
      reason: '任务取消',
      publicNote: '因工作安排调整终止。',
      ...onMinutes,
    });
    expect(check.code(decideExtension, ended, officeDirector, consent)).toBe('CASE_CLOSED');
  });
});

describe('a visit of an extended check', () => {
  const told = { windowTo: '2026-08-31' };

  test('may be dated later and is late later', () => {
    const later = trip.after(noteExtension, opened, clock, told);
    expect(trip.code(setDate, opened, leadHandler, { date: '2026-07-15' })).toBe('DATE_OUTSIDE_WINDOW');
    expect(trip.code(setDate, later, leadHandler, { date: '2026-07-15' })).toBe('passed');
    expect(visit.waiting(later)).toMatchObject([{ due: '2026-08-31' }]);
    expect(trip.after(noteExtension, scheduled, clock, told)).toMatchObject({
      stage: 'scheduled',
      date: scheduled.date,
    });
  });

  test('keeps the day that the firm was told, hears it once, and from the clock alone', () => {
    expect(trip.code(noteExtension, noticed, clock, told)).toBe('WRONG_STAGE');
    expect(trip.code(noteExtension, trip.after(noteExtension, opened, clock, told), clock, told)).toBe(
      'EXTENSION_NOT_LATER',
    );
    expect(trip.code(noteExtension, opened, leadHandler, told)).toBe('NOT_ENTITLED');
  });
});
