import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import type { CalendarPublication } from '../../domain/registers/calendar-publication';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { findEarlierChange, recordChange } from './record-change';
import type { RegisterCommand, RowOutcome } from './register-command';
import { requireAccount } from '../people/require-account';

/**
 * Publishes a year's calendar, or amends it as a whole; the system administrator's part.
 * Deadlines of open cases are the caller's to have recomputed (M30).
 * @param command `version` = 0 for a year that is not published yet
 * @throws Refusal NOT_ENTITLED, STALE_VERSION where somebody published or amended it meanwhile
 */
export async function publishCalendar(
  dataSource: DataSource,
  command: RegisterCommand & { version: number; values: CalendarPublication },
): Promise<RowOutcome> {
  const { actor, at, values, version } = command;
  requireRegisterAct('calendar.publish', actor);
  const id = String(values.year);
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const earlier = await findEarlierChange(manager, 'calendar', id, command.submission);
    if (earlier !== undefined) return { version: earlier, duplicate: true };

    const before = version === 0 ? undefined : { days: await daysOf(manager, values.year) };
    const written =
      version === 0 ? await insertYear(manager, values, at) : await amendYear(manager, values, at, version);
    if (!written) throw new Refusal('STALE_VERSION', { register: 'calendar', id, version });
    await manager.query('DELETE FROM calendar_day WHERE year = $1', [values.year]);
    await manager.query(
      `INSERT INTO calendar_day (date, year, kind, name) SELECT d.date, $1, d.kind, d.name FROM jsonb_to_recordset($2::jsonb) AS d(date date, kind text, name text)`,
      [values.year, JSON.stringify(values.days)],
    );
    await recordChange(manager, command, {
      register: 'calendar',
      id,
      version: version + 1,
      act: 'calendar.publish',
      cause: version === 0 ? 'published' : 'amended',
      before,
      after: { source: values.source, days: values.days },
    });
    return { version: version + 1, duplicate: false };
  });
}

async function insertYear(manager: EntityManager, values: CalendarPublication, at: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'INSERT INTO calendar_year (year, source, published_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING year',
    [values.year, values.source, at],
  );
  return rows.length === 1;
}

async function amendYear(
  manager: EntityManager,
  values: CalendarPublication,
  at: Date,
  version: number,
): Promise<boolean> {
  const [, count] = (await manager.query(
    'UPDATE calendar_year SET source = $2, published_at = $3, version = version + 1 WHERE year = $1 AND version = $4',
    [values.year, values.source, at, version],
  )) as [unknown, number];
  return count === 1;
}

async function daysOf(manager: EntityManager, year: number): Promise<unknown[]> {
  return manager.query(
    `SELECT to_char(date, 'YYYY-MM-DD') AS date, kind, name FROM calendar_day WHERE year = $1 ORDER BY date`,
    [year],
  );
}
