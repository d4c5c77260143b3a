import { randomUUID } from 'node:crypto';
import { shiftDay } from '../../../domain/calendar/iso-day';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { demonstrationPassword } from '../../../db/seeds/demonstration';
import { changeAccount } from '../../../services/people/change-account';
import { changeSetting } from '../../../services/registers/change-setting';
import { createAccount } from '../../../services/people/create-account';
import { editDepartment } from '../../../services/registers/edit-department';
import { publishCalendar, type CalendarCommand } from '../../../services/registers/publish-calendar';
import { readCalendarLines } from '../../../api/pages/settings/calendar-lines';
import type { CalendarPublication } from '../../../domain/registers/calendar-publication';
import { calendarPreview } from '../../../services/queries/registers/calendar-preview';
import { caseFile } from './case-files';
import { tokenHash } from '../../../services/people/issue-token';
import { endMachineToken, issueMachineToken } from '../../../services/people/machine-tokens';
import { personByToken } from '../../../services/queries/people/find-person';
import { ownTokens } from '../../../services/queries/people/own-tokens';
import { resetPassword } from '../../../services/people/reset-password';
import { signIn } from '../../../services/people/sign-in';
import { readCalendar } from '../../../services/queries/registers/read-calendar';
import { listSettings } from '../../../services/queries/registers/list-settings';
import { readSetting } from '../../../services/queries/registers/read-setting';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { commandOf, refusal } from './at-the-desk';
import { now, openCounty, seed, type OpenCounty } from './open-county';

const today = shanghaiDay(now);
const notice2027: CalendarPublication = {
  year: 2027,
  source: '国务院办公厅通知',
  scope: 'whole',
  days: [{ date: '2027-01-01', kind: 'holiday', name: '元旦' }],
};
let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 60, inspectors: 150 });
});
afterAll(() => county.close());

const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  county.dataSource.query(sql, parameters) as Promise<T[]>;
const command = (username: string) => commandOf(county, username);

describe('three administrators', () => {
  test('settings, departments and calendar are the system administrator’s alone', async () => {
    for (const username of ['security-admin', 'audit-admin', 'office-director', 'supervisor']) {
      const given = await command(username);
      await expect(
        changeSetting(county.dataSource, {
          ...given,
          id: 'consultation.workingDays',
          version: 1,
          value: 7,
          source: '会议决定',
          holdsFrom: today,
        }),
      ).rejects.toThrow(refusal('NOT_ENTITLED'));
      await expect(
        editDepartment(county.dataSource, { ...given, id: 'SCJG', version: 1, cause: 'x', values: { name: '新名' } }),
      ).rejects.toThrow(refusal('NOT_ENTITLED'));
      await expect(
        publishCalendar(county.dataSource, {
          ...given,
          values: notice2027,
          seen: { versions: {}, digest: '' },
          takingAway: false,
        }),
      ).rejects.toThrow(refusal('NOT_ENTITLED'));
    }
  });

  test('accounts are the security administrator’s alone, never the own one', async () => {
    const values = {
      username: 'new-liaison',
      name: '新联络员',
      department: 'SCJG',
      capacities: ['departmentLiaison' as const],
      password: 'Sea-Wind-2027',
    };
    for (const username of ['system-admin', 'audit-admin', 'office-director']) {
      await expect(createAccount(county.dataSource, { ...(await command(username)), values })).rejects.toThrow(
        refusal('NOT_ENTITLED'),
      );
    }
    const own = await command('security-admin');
    const [row] = await query<{ version: number }>('SELECT version FROM account WHERE id = $1', [own.actor.account]);
    await expect(
      changeAccount(county.dataSource, {
        ...own,
        id: own.actor.account,
        version: row?.version ?? 1,
        values: { name: '自己' },
      }),
    ).rejects.toThrow(refusal('OWN_ACCOUNT'));
  });

  test('an account is opened once, signs in, is reset and disabled; its password stands in no history and no entry', async () => {
    const opening = {
      ...(await command('security-admin')),
      values: {
        username: 'zhang-new',
        name: '新经办',
        department: 'SCJG',
        capacities: ['departmentHandler' as const],
        password: 'Sea-Wind-2027',
      },
    };
    const { id } = await createAccount(county.dataSource, opening);
    expect(await createAccount(county.dataSource, opening)).toEqual({ id, duplicate: true });
    await expect(createAccount(county.dataSource, { ...opening, submission: randomUUID() })).rejects.toThrow(
      refusal('CODE_TAKEN'),
    );
    expect(await signIn(county.dataSource, { username: 'zhang-new', password: 'Sea-Wind-2027', at: now })).toEqual({
      id,
    });
    await resetPassword(county.dataSource, {
      ...(await command('security-admin')),
      id,
      version: 1,
      password: 'Other-Word-88',
    });
    await expect(
      signIn(county.dataSource, { username: 'zhang-new', password: 'Sea-Wind-2027', at: now }),
    ).rejects.toThrow(refusal('SIGN_IN_FAILED'));
    await expect(
      changeAccount(county.dataSource, {
        ...(await command('security-admin')),
        ...{ id, version: 2, reason: undefined, values: { active: false } },
      }),
    ).rejects.toThrow(refusal('REASON_NEEDED'));
    await changeAccount(county.dataSource, {
      ...(await command('security-admin')),
      id,
      version: 2,
      values: { active: false },
    });
    await expect(
      signIn(county.dataSource, { username: 'zhang-new', password: 'Other-Word-88', at: now }),
    ).rejects.toThrow(refusal('SIGN_IN_FAILED'));

    const traces = JSON.stringify([
      await registerHistory(county.dataSource, 'account', id),
      await query('SELECT entry, detail FROM acts WHERE subject_id = $1', [id]),
    ]);
    expect(traces).not.toMatch(/scrypt|password_hash|Sea-Wind|Other-Word/);
    expect(await query('SELECT 1 FROM register_change WHERE subject_id = $1', [id])).toHaveLength(3);
  });

  test('a system’s account is signed in with by nobody; its tokens are made and ended by the security administrator alone, each once', async () => {
    const values = {
      username: 'scjg-system',
      name: '市场监管业务系统',
      department: 'SCJG',
      capacities: ['departmentHandler' as const],
      machine: true,
    };
    for (const wrong of [{ password: 'Sea-Wind-2027' }, { inspector: randomUUID() }])
      await expect(
        createAccount(county.dataSource, {
          ...(await command('security-admin')),
          values: { ...values, ...wrong },
        }),
      ).rejects.toThrow(refusal('MACHINE_ACCOUNT'));
    const { id } = await createAccount(county.dataSource, { ...(await command('security-admin')), values });
    await expect(
      resetPassword(county.dataSource, {
        ...(await command('security-admin')),
        id,
        version: 1,
        password: 'Sea-Wind-2027',
      }),
    ).rejects.toThrow(refusal('MACHINE_ACCOUNT'));
    // Even where a password got into the row, it opens nothing.
    await query(
      `UPDATE account SET password_hash = (SELECT password_hash FROM account WHERE username = 'scjg-handler') WHERE id = $1`,
      [id],
    );
    await expect(
      signIn(county.dataSource, { username: 'scjg-system', password: demonstrationPassword(seed), at: now }),
    ).rejects.toThrow(refusal('SIGN_IN_FAILED'));

    const expires = new Date(now.getTime() + 86_400_000);
    const token = { account: id, label: '业务系统', scope: ['read' as const], expires };
    const make = async (username: string, account = id) =>
      issueMachineToken(county.dataSource, { ...(await command(username)), values: { ...token, account } });
    for (const username of ['system-admin', 'audit-admin', 'scjg-leader', 'office-director', 'supervisor'])
      await expect(make(username)).rejects.toThrow(refusal('NOT_ENTITLED'));
    const person = (await command('scjg-handler')).actor.account;
    await expect(make('security-admin', person)).rejects.toThrow(refusal('NO_MACHINE_ACCOUNT'));

    const given = await command('security-admin');
    const issued = await issueMachineToken(county.dataSource, { ...given, values: token });
    await expect(issueMachineToken(county.dataSource, { ...given, values: token })).rejects.toThrow(
      refusal('TOKEN_TOLD'),
    );
    expect(await ownTokens(county.dataSource, id)).toHaveLength(1);
    const moment = { now, on: today };
    expect(await personByToken(county.dataSource, tokenHash(issued.token), moment)).toMatchObject({
      account: id,
      scope: ['read'],
    });

    const ending = { account: id, token: issued.id };
    await expect(endMachineToken(county.dataSource, { ...(await command('system-admin')), ...ending })).rejects.toThrow(
      refusal('NOT_ENTITLED'),
    );
    for (let time = 0; time < 2; time += 1)
      await endMachineToken(county.dataSource, { ...(await command('security-admin')), ...ending });
    expect(await personByToken(county.dataSource, tokenHash(issued.token), moment)).toBeUndefined();
    await changeAccount(county.dataSource, {
      ...(await command('security-admin')),
      id,
      version: 1,
      values: { active: false },
    });
    await expect(make('security-admin')).rejects.toThrow(refusal('NO_MACHINE_ACCOUNT'));
    const traces = await query<{ act: string }>(
      'SELECT act, entry, detail FROM acts WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(traces.map(({ act }) => act)).toEqual([
      'account.create',
      'token.issue',
      'token.end',
      'token.end',
      'account.change',
    ]);
    expect(JSON.stringify(traces)).not.toContain(issued.token);
  });

  test('weak passwords, unknown units and officers of other units open nothing', async () => {
    const open = async (changes: object) =>
      createAccount(county.dataSource, {
        ...(await command('security-admin')),
        values: {
          username: 'li-new',
          name: '李',
          department: 'SCJG',
          capacities: ['departmentLeader' as const],
          password: 'Sea-Wind-2027',
          ...changes,
        },
      });
    const [officer] = await query<{ id: string }>(`SELECT id FROM inspector WHERE department = 'WJW' LIMIT 1`);
    await expect(open({ password: 'short' })).rejects.toThrow(refusal('PASSWORD_TOO_WEAK'));
    await expect(open({ department: 'NOWHERE' })).rejects.toThrow(refusal('DEPARTMENT_UNKNOWN'));
    await expect(open({ capacities: ['inspector'] })).rejects.toThrow(refusal('INSPECTOR_MISSING'));
    await expect(open({ capacities: ['inspector'], inspector: officer?.id })).rejects.toThrow(
      refusal('INSPECTOR_OF_OTHER_UNIT'),
    );
    await expect(open({ capacities: ['departmentLeader', 'departmentHandler'] })).rejects.toThrow(
      refusal('CAPACITIES_APART'),
    );
  });
});

describe('settings and calendar', () => {
  const change = async (id: string, value: unknown, holdsFrom = today, version = 1) =>
    changeSetting(county.dataSource, {
      ...(await command('system-admin')),
      id,
      version,
      value,
      source: '第2次全体会议',
      holdsFrom,
    });

  test('a setting changes with its source, and only to a value of its kind', async () => {
    expect(await change('consultation.workingDays', 7)).toEqual({ version: 2, duplicate: false });
    const line = (await listSettings(county.dataSource, today)).find(({ key }) => key === 'consultation.workingDays');
    expect(line).toMatchObject({ value: 7, source: '第2次全体会议', holdsFrom: today, version: 2, ahead: [] });
    expect((await registerHistory(county.dataSource, 'setting', 'consultation.workingDays'))[0]).toMatchObject({
      before: { value: 5 },
      after: { value: 7 },
    });
    for (const value of [0, 2.5, '7', null, 21])
      await expect(change('publication.workingDays', value)).rejects.toThrow(refusal('INVALID_INPUT'));
    await expect(change('consultation.silence', 'whatever')).rejects.toThrow(refusal('INVALID_INPUT'));
    for (const value of [21, 60])
      await expect(change('publication.correctionWorkingDays', value)).rejects.toThrow(refusal('INVALID_INPUT'));
    for (const value of [30, [7, 30], [30, 30], []])
      await expect(change('inspector.certificateWarningDays', value)).rejects.toThrow(refusal('INVALID_INPUT'));
    await expect(change('constructor', 1)).rejects.toThrow(refusal('SETTING_UNKNOWN'));
  });

  test('a value holds from its day on: days before keep theirs, and a day past is refused', async () => {
    const valueOn = (day: string) => readSetting(county.dataSource.manager, 'publication.workingDays', day);
    const later = shiftDay(today, 40);
    await expect(change('publication.workingDays', 10, shiftDay(today, -1))).rejects.toThrow(refusal('DATE_PAST'));
    expect(await change('publication.workingDays', 10, later)).toEqual({ version: 2, duplicate: false });
    expect([await valueOn(today), await valueOn(shiftDay(later, -1)), await valueOn(later)]).toEqual([20, 20, 10]);
    await expect(change('publication.workingDays', 9, later)).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: {
        current: 2,
        changed: expect.arrayContaining([expect.objectContaining({ field: 'value', is: 10 })]) as unknown,
      },
    });
    // Decided for a day between: what was decided for later stays.
    await change('publication.workingDays', 15, today, 2);
    expect([await valueOn(shiftDay(today, -1)), await valueOn(today), await valueOn(later)]).toEqual([20, 15, 10]);
    await expect(change('publication.workingDays', 15, today, 3)).rejects.toThrow(refusal('NOTHING_CHANGED'));
    const line = (await listSettings(county.dataSource, today)).find(({ key }) => key === 'publication.workingDays');
    expect(line).toMatchObject({ value: 15, version: 3, ahead: [{ value: 10, holdsFrom: later }] });
  });

  test('what is stored and is no value of its kind is named, never used', async () => {
    await query(
      `INSERT INTO setting (key, value, source, holds_from) VALUES ('draw.officersPerDepartment', '1', '误改', '2030-01-01')`,
    );
    await expect(readSetting(county.dataSource.manager, 'draw.officersPerDepartment', '2030-01-02')).rejects.toThrow(
      'draw.officersPerDepartment',
    );
    expect(await readSetting(county.dataSource.manager, 'draw.officersPerDepartment', today)).toBe(2);
  });

  test('a year is published once, and changed by the difference that was read', async () => {
    const published = await seen(notice2027);
    expect(published).toMatchObject({ publishes: true, versions: { 2027: 0 } });
    expect(await publish(notice2027, published)).toEqual({ version: 1, duplicate: false });
    await expect(publish(notice2027, published)).rejects.toThrow(refusal('STALE_VERSION'));
    await expect(publish(notice2027, await seen(notice2027))).rejects.toThrow(refusal('NOTHING_CHANGED'));
    expect(await daysOf(2027)).toEqual([{ date: '2027-01-01', notice: notice2027.source }]);
  });

  test('two lines pasted into 2026 as the whole year change nothing before the 39 that go were affirmed', async () => {
    const { days } = readCalendarLines(caseFile('26-only-the-changed-lines.txt').toString('utf8'));
    const pasted = { year: 2026, source: '测例调休通知', scope: 'whole' as const, days };
    const before = await daysOf(2026);
    const read = await seen(pasted);
    expect([read.difference.added.length, read.difference.takenAway.length]).toEqual([2, 39]);
    await expect(publish(pasted, read)).rejects.toThrow(refusal('TAKING_AWAY_UNAFFIRMED'));
    expect(await daysOf(2026)).toEqual(before);

    const listed = { ...pasted, scope: 'listed' as const };
    await publish(listed, await seen(listed));
    const after = await daysOf(2026);
    expect(after).toHaveLength(41);
    expect(after.filter(({ notice }) => notice === pasted.source).map(({ date }) => date)).toEqual([
      '2026-12-12',
      '2026-12-14',
    ]);
    // Whoever read the year as it was before learns what changed since, and by whom.
    await expect(publish(pasted, read, true)).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: {
        current: 2,
        changed: expect.arrayContaining([
          expect.objectContaining({ field: 'days.2026-12-14.kind', was: null, is: 'holiday' }),
        ]) as unknown,
      },
    });
    expect(await daysOf(2026)).toEqual(after);
    await publish(pasted, await seen(pasted), true);
    expect(await daysOf(2026)).toHaveLength(2);
  });

  test('a notice of one year changes days of the year before, each under its own version', async () => {
    const days = [
      { date: '2027-01-01', kind: 'holiday' as const, name: '元旦' },
      { date: '2026-12-31', kind: 'holiday' as const, name: '元旦' },
      { date: '2028-01-03', kind: 'holiday' as const, name: '元旦' },
    ];
    const both = { year: 2027, source: '两年的通知', scope: 'whole' as const, days };
    await publish(both, await seen(both));
    expect((await seen(notice2027)).versions).toEqual({ 2027: 2 });
    expect((await daysOf(2026)).at(-1)).toEqual({ date: '2026-12-31', notice: '两年的通知' });
    // A day of a year that has no calendar waits for it and publishes nothing.
    expect((await readCalendar(county.dataSource)).years).not.toContain(2028);
    expect(await daysOf(2028)).toEqual([{ date: '2028-01-03', notice: '两年的通知' }]);
  });

  const seen = (values: CalendarPublication) => calendarPreview(county.dataSource, values, now);
  const publish = async (values: CalendarPublication, read: CalendarCommand['seen'], takingAway = false) =>
    publishCalendar(county.dataSource, { ...(await command('system-admin')), values, seen: read, takingAway });
  const daysOf = (year: number) =>
    query<{ date: string; notice: string }>(
      `SELECT to_char(date, 'YYYY-MM-DD') AS date, notice FROM calendar_day WHERE year = $1 ORDER BY date`,
      [year],
    );
});
