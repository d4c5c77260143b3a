import type { DataSource, EntityManager } from 'typeorm';
import { isSame, type CalendarDifference } from '../../domain/calendar/calendar-difference';
import { yearOf } from '../../domain/calendar/iso-day';
import { Refusal } from '../../domain/refusal';
import type { CalendarPublication } from '../../domain/registers/calendar-publication';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { calendarPreview, type CalendarPreview } from '../queries/registers/calendar-preview';
import { rowChanges } from '../queries/registers/row-changes';
import { requireAccount } from '../people/require-account';
import { findEarlierChange, recordChange } from './record-change';
import type { RegisterCommand, RowOutcome } from './register-command';

export interface CalendarCommand extends RegisterCommand {
  values: CalendarPublication;
  /** What the person read before saving: from which calendars it was counted, and what it says. */
  seen: Pick<CalendarPreview, 'versions' | 'digest'>;
  /** That days are taken away is affirmed by itself. */
  takingAway: boolean;
}

/**
 * Changes the calendar by the difference that a notice makes, and publishes a year that had none; the system
 * administrator's part. The difference is made anew on the calendar as it stands, and is saved only if it is the one that
 * was read. Terms of open cases are counted again afterwards by whoever watches the versions (M30).
 * @throws Refusal NOT_ENTITLED, NOTHING_CHANGED, TAKING_AWAY_UNAFFIRMED, STALE_VERSION (with what changed) where the
 *   calendar, or what becomes overdue by the difference, is not as it was read
 */
export async function publishCalendar(dataSource: DataSource, command: CalendarCommand): Promise<RowOutcome> {
  const { actor, at, values, seen } = command;
  requireRegisterAct('calendar.publish', actor);
  const id = String(values.year);
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    // Two notices at once would each be compared with a calendar without the other; a year without a row has none to lock.
    await manager.query('LOCK TABLE calendar_year IN SHARE ROW EXCLUSIVE MODE');
    const earlier = await findEarlierChange(manager, 'calendar', id, command.submission);
    if (earlier !== undefined) return { version: earlier, duplicate: true };

    const preview = await calendarPreview(manager, values, at);
    await requireUnmoved(manager, values, seen, preview);
    const { difference, versions, publishes } = preview;
    if (isSame(difference) && !publishes) throw new Refusal('NOTHING_CHANGED', { register: 'calendar', id });
    const away = difference.takenAway.length;
    if (away > 0 && !command.takingAway) throw new Refusal('TAKING_AWAY_UNAFFIRMED', { days: away });

    await writeDays(manager, difference);
    for (const year of Object.keys(versions).map(Number)) {
      const own = year === values.year;
      // Days of a year without a calendar stand in the history of the notice's own year, until theirs is published.
      const of = daysOf(difference, (date) => yearOf(date) === year || (own && versions[yearOf(date)] === 0));
      if (!own && (isSame(of) || versions[year] === 0)) continue;
      await recordYear(manager, command, { year, version: (versions[year] ?? 0) + 1, of });
    }
    return { version: (versions[id] ?? 0) + 1, duplicate: false };
  });
}

async function requireUnmoved(
  manager: EntityManager,
  values: CalendarPublication,
  seen: CalendarCommand['seen'],
  preview: CalendarPreview,
): Promise<void> {
  const moved = Object.keys(preview.versions).filter((year) => seen.versions[year] !== preview.versions[year]);
  if (moved.length === 0 && seen.digest === preview.digest) return;
  const changed = [];
  for (const year of moved)
    changed.push(...(await rowChanges(manager, { register: 'calendar', id: year, seen: seen.versions[year] ?? 0 })));
  const id = String(values.year);
  throw new Refusal('STALE_VERSION', {
    register: 'calendar',
    id,
    version: seen.versions[id] ?? 0,
    current: preview.versions[id] ?? 0,
    changed,
  });
}

async function writeDays(manager: EntityManager, { added, changed, takenAway }: CalendarDifference): Promise<void> {
  const written = [...added, ...changed.map(({ is }) => is)].map((day) => ({ ...day, year: yearOf(day.date) }));
  const gone = [...takenAway, ...changed.map(({ was }) => was)].map(({ date }) => date);
  await manager.query('DELETE FROM calendar_day WHERE date = ANY($1::date[])', [gone]);
  await manager.query(
    `INSERT INTO calendar_day (date, year, kind, name, notice)
     SELECT d.date, d.year, d.kind, d.name, d.notice
     FROM jsonb_to_recordset($1::jsonb) AS d(date date, year int, kind text, name text, notice text)`,
    [JSON.stringify(written)],
  );
}

function daysOf(
  { added, changed, takenAway }: CalendarDifference,
  belongs: (date: string) => boolean,
): CalendarDifference {
  return {
    added: added.filter(({ date }) => belongs(date)),
    changed: changed.filter(({ is }) => belongs(is.date)),
    takenAway: takenAway.filter(({ date }) => belongs(date)),
  };
}

/** The year's new version, with what the notice changed in it. */
async function recordYear(
  manager: EntityManager,
  command: CalendarCommand,
  { year, version, of }: { year: number; version: number; of: CalendarDifference },
): Promise<void> {
  const { source } = command.values;
  const [written] = (await manager.query(
    `INSERT INTO calendar_year AS y (year, source, published_at, version) VALUES ($1, $2, $3, $4)
     ON CONFLICT (year) DO UPDATE SET version = EXCLUDED.version RETURNING (y.version = 1) AS fresh`,
    [year, source, command.at, version],
  )) as { fresh: boolean }[];
  const before = [...of.changed.map(({ was }) => was), ...of.takenAway];
  await recordChange(manager, command, {
    register: 'calendar',
    id: String(year),
    version,
    act: 'calendar.publish',
    cause: written?.fresh ? 'published' : 'amended',
    before: before.length > 0 ? { days: before } : undefined,
    after: { source, days: [...of.added, ...of.changed.map(({ is }) => is)] },
  });
}
