import type { CalendarPublication } from '../../../domain/registers/calendar-publication';

export type CalendarDays = CalendarPublication['days'];

const kinds: Record<string, CalendarDays[number]['kind']> = {
  放假: 'holiday',
  休: 'holiday',
  上班: 'swapped-workday',
  班: 'swapped-workday',
};
const written = /^(\d{4}-\d{2}-\d{2})[\s,，]+(放假|休|上班|班)[\s,，]+(\S.*)$/u;

/** The days of a year as people write them, one a line: day, 放假 or 上班, name; the numbers of lines that say something else. */
export function readCalendarLines(text: string): { days: CalendarDays; wrongLines: number[] } {
  const days: CalendarDays = [];
  const wrongLines: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    const [, date = '', kind = '', name = ''] = written.exec(line.trim()) ?? [];
    const known = kinds[kind];
    if (known) days.push({ date, kind: known, name: name.trim() });
    else wrongLines.push(index + 1);
  }
  return { days, wrongLines };
}

/** The same days as the lines of a form. */
export function writeCalendarLines(days: CalendarDays): string {
  return days.map((day) => `${day.date} ${day.kind === 'holiday' ? '放假' : '上班'} ${day.name}`).join('\n');
}
