import type { CalendarDay } from '../../../domain/calendar/calendar-difference';
import { isWeekend, weekdayOf } from '../../../domain/calendar/iso-day';
import type { DueDay } from '../../../domain/facts';
import type { CalendarPreview, MovedTermOfCase } from '../../../services/queries/registers/calendar-preview';
import type { AppWorld } from '../../app-world';
import { taskName } from '../task-name';

/** What a notice changes in the calendar, day by day. */
export function differenceTable(world: AppWorld, { difference, publishes }: CalendarPreview) {
  const { t, formatDate } = world.views.texts;
  const { added, changed, takenAway } = difference;
  const lines = [
    ...added.map((is) => ({ change: 'added', date: is.date, was: undefined, is, notice: is.notice })),
    ...changed.map(({ was, is }) => ({ change: 'changed', date: is.date, was, is, notice: is.notice })),
    ...takenAway.map((was) => ({ change: 'takenAway', date: was.date, was, is: undefined, notice: was.notice })),
  ];
  return {
    id: 'difference',
    caption: t('settings:calendarPage.difference'),
    captionHidden: true,
    stacked: true,
    columns: ['day', 'change', 'was', 'is', 'notice'].map((key) => ({ text: t(`settings:calendarPage.${key}`) })),
    rows: lines.map(({ change, date, was, is, notice }) => ({
      cells: [
        { text: formatDate(date), hint: t(`settings:calendarPage.weekdays.${weekdayOf(date)}`) },
        {
          tag: {
            text: t(`settings:calendarPage.${change}`),
            status: change === 'takenAway' ? 'attention' : 'notStarted',
          },
        },
        { text: dayWords(date, was) },
        { text: dayWords(date, is) },
        { text: notice },
      ],
    })),
    empty: { title: t(`settings:calendarPage.${publishes ? 'publishes' : 'noDifference'}`) },
  };

  function dayWords(date: string, day: CalendarDay | undefined): string {
    if (day) return `${t(`settings:calendarPage.kinds.${day.kind}`)} ${day.name}`;
    return t(`settings:calendarPage.ordinary.${isWeekend(date) ? 'weekend' : 'weekday'}`);
  }
}

/** The terms that would move: those of one check, task, unit and day are one line, with all their numbers within. */
export function movedTable(world: AppWorld, { moved }: CalendarPreview, units: Record<string, string>) {
  const { t, formatDate, marks } = world.views.texts;
  const groups = new Map<string, [MovedTermOfCase, ...MovedTermOfCase[]]>();
  for (const term of moved) {
    const { parent, case: id, department, acts, from, to } = term;
    const key = JSON.stringify([parent ?? id, department, acts, from, to]);
    const group = groups.get(key);
    if (group) group.push(term);
    else groups.set(key, [term]);
  }
  const late = ([{ becomesOverdue }]: [MovedTermOfCase, ...MovedTermOfCase[]]) => (becomesOverdue ? 0 : 1);
  const lines = [...groups.values()].sort((one, other) => late(one) - late(other));
  return {
    id: 'moved',
    caption: t('settings:calendarPage.moved'),
    captionHidden: true,
    stacked: true,
    columns: ['case', 'unit', 'task', 'from', 'to'].map((key) => ({ text: t(`settings:calendarPage.${key}`) })),
    rows: lines.map((group) => {
      const [{ department, acts, from, to, becomesOverdue }] = group;
      return {
        cells: [
          caseCell(group),
          { text: units[department] ?? department },
          { lines: acts.map((act) => taskName(world.views.texts, { act })) },
          { text: dueWords(from) },
          {
            text: dueWords(to),
            ...(becomesOverdue && { tag: { text: t('settings:calendarPage.overdueNow'), status: 'overdue' } }),
          },
        ],
      };
    }),
    empty: { title: t('settings:calendarPage.movedNone') },
  };

  function caseCell(group: [MovedTermOfCase, ...MovedTermOfCase[]]) {
    const [{ number, parent }] = group;
    if (group.length === 1) return { text: number };
    return {
      text: t('settings:calendarPage.movedCases', { count: group.length, check: parent ?? number }),
      more: {
        summary: t('settings:calendarPage.movedAll'),
        text: group.map((term) => term.number).join(marks.list),
      },
    };
  }

  function dueWords(due: DueDay): string {
    return 'date' in due ? formatDate(due.date) : t('pages:home.pendingCalendar', { year: due.pendingYear });
  }
}
