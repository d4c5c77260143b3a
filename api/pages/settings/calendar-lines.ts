import type { CalendarDay, CalendarNotice } from '../../../domain/calendar/calendar-difference';

type ListedDays = CalendarNotice['days'];

const kinds: Record<string, CalendarDay['kind']> = {
  放假: 'holiday',
  休: 'holiday',
  上班: 'swapped-workday',
  班: 'swapped-workday',
};
const written = /^(\d{4}-\d{2}-\d{2})[\s,，]+(放假|休|上班|班)[\s,，]+(\S.*)$/u;
const takenAway = /^(\d{4}-\d{2}-\d{2})[\s,，]+取消(?:[\s,，].*)?$/u;

/**
 * Days as people write them, one a line: day, 放假 or 上班, name; or day and 取消, which makes it an ordinary one again. The
 * numbers of lines that say something else.
 */
export function readCalendarLines(text: string): { days: ListedDays; wrongLines: number[] } {
  const days: ListedDays = [];
  const wrongLines: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    const [, date = '', kind = '', name = ''] = written.exec(line.trim()) ?? [];
    const known = kinds[kind];
    const [, ordinary] = takenAway.exec(line.trim()) ?? [];
    if (ordinary) days.push({ date: ordinary, kind: 'ordinary' });
    else if (known) days.push({ date, kind: known, name: name.trim() });
    else wrongLines.push(index + 1);
  }
  return { days, wrongLines };
}

/** How people write each kind of day; an ordinary one is what 取消 makes of a day. */
export const writtenKinds = { holiday: '放假', 'swapped-workday': '上班', ordinary: '取消' } as const;

/** The same days as the lines of a form. */
export function writeCalendarLines(days: readonly CalendarDay[]): string {
  return days.map((day) => `${day.date} ${writtenKinds[day.kind]} ${day.name}`).join('\n');
}
