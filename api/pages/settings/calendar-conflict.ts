import type { Request, Response } from 'express';
import { z } from 'zod';
import type { CalendarDay } from '../../../domain/calendar/calendar-difference';
import type { CalendarPublication } from '../../../domain/registers/calendar-publication';
import type { AppWorld } from '../../app-world';
import { showConflict, type Conflict } from '../../conflicts/show-conflict';
import { pathTo, paths } from '../../paths';
import { writtenKinds } from './calendar-lines';
import type { RowWords } from '../registers/row-words';

type Values = Record<string, unknown>;

/** A notice as the conflict page puts it together with another: each day a field of its own. */
export const CalendarSides = z.object({
  version: z.int().optional(),
  year: z.string(),
  source: z.string().max(200),
  scope: z.string(),
  days: z.record(z.string(), z.string()),
});

/** What a notice says, day by day. */
export function sidesOf({
  year,
  source,
  scope,
  days,
}: Omit<CalendarPublication, 'year' | 'days'> & {
  year: string | number;
  days: readonly (CalendarPublication['days'][number] | CalendarDay)[];
}) {
  const says = days.map((day) => [
    day.date,
    [writtenKinds[day.kind], 'name' in day && day.name].filter(Boolean).join(' '),
  ]);
  return { year: String(year), source, scope, days: Object.fromEntries(says) as Values } satisfies Values;
}

/** The days of the calendar beside a notice: all of its year, or only those that the notice lists. */
export function standingBeside(days: readonly CalendarDay[], mine: Values, before: Values): { days: Values } {
  const listed = mine['days'] as Values;
  const whole = mine['scope'] === 'whole';
  const stand = sidesOf({ year: '', source: '', scope: 'whole', days }).days;
  const beside = Object.entries(stand).filter(([date]) => whole || Object.hasOwn(listed, date));
  // Only days are what another changes: the notice's own words are the person's.
  return { ...before, days: Object.fromEntries(beside) };
}

/** What came out, as the form takes it: one day a line, in their order. */
export function calendarBody(input: Values): Record<string, string> {
  const text = (name: string) => (typeof input[name] === 'string' ? input[name] : '');
  const days = Object.entries((input['days'] ?? {}) as Values)
    .filter(([, says]) => typeof says === 'string' && says !== '')
    .map(([date, says]) => `${date} ${String(says)}`)
    .sort();
  return { year: text('year'), source: text('source'), scope: text('scope'), days: days.join('\n') };
}

/** The conflict page of a change of the calendar. */
export async function showCalendarConflict(
  world: AppWorld,
  req: Request,
  res: Response,
  state: Pick<Conflict, 'sides' | 'refusal' | 'submission' | 'choices' | 'missing'>,
  columns: Pick<RowWords, 'column' | 'value'>,
): Promise<void> {
  const { t, formatDate } = world.views.texts;
  const year = String(state.sides.mine['year']);
  const href = pathTo('calendar', { year });
  await showConflict(world, req, res, {
    ...state,
    title: t('settings:calendar'),
    frame: {
      current: 'settings',
      breadcrumbs: [
        { text: t('pages:navigation.settings'), href: paths.settings },
        { text: t('settings:calendar'), href },
      ],
    },
    action: paths.calendar,
    cancel: { href, text: t('registers:back') },
    words(field) {
      const [, date] = /^days\.(.+)$/.exec(field) ?? [];
      const label = date === undefined ? t(`settings:calendarPage.${field}`) : formatDate(date);
      const ordinary = t('settings:calendarPage.ordinaryDay');
      return { label, value: (value) => (value ? String(value) : ordinary), isText: field === 'source' };
    },
    wordsOfRest: (field) => ({ label: columns.column(field), value: (value) => columns.value(field, value) }),
    fieldOfChange(field) {
      const [date] = /\d{4}-\d{2}-\d{2}/.exec(field) ?? [];
      return date === undefined ? field : `days.${date}`;
    },
  });
}
