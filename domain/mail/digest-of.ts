import { shiftDay } from '../calendar/iso-day';
import type { MailTask, MailWords } from './mail-words';

const daysAhead = 6;

/** The first days of what is due today, what is due soon, and what is due later: a task stands in one part of the mail alone. */
export const digestParts = (day: string): string[] => [day, shiftDay(day, 1), shiftDay(day, daysAhead + 1)];

/**
 * The day's mail about a person's tasks: what came back, what is late, due today, and due in the six days after. Nothing where
 * there is none of these: nobody is written to without a reason.
 * @param day YYYY-MM-DD in Asia/Shanghai
 */
export function digestOf(tasks: readonly MailTask[], day: string): (MailWords & { template: 'digest' }) | undefined {
  const returned = tasks.filter((task) => task.returned);
  const [late, today, week] = byTerm(
    tasks.filter((task) => !task.returned),
    day,
  );
  if (returned.length + late.length + today.length + week.length === 0) return undefined;
  return { template: 'digest', words: { day, returned, late, today, week } };
}

/** What is late, due today, and due in the six days after; what is due later or never is none of these. */
export function byTerm(
  tasks: readonly MailTask[],
  day: string,
): [late: MailTask[], today: MailTask[], week: MailTask[]] {
  const due = tasks.filter((task): task is MailTask & { due: string } => task.due !== undefined);
  return [
    due.filter((task) => task.due < day),
    due.filter((task) => task.due === day),
    due.filter((task) => task.due > day && task.due <= shiftDay(day, daysAhead)),
  ];
}
