import { dueWords } from '../views/text-functions';
import type { Texts } from '../views/texts';
import type { AppWorld } from '../app-world';

/** A deadline as a cell: the day and words for it, never colour alone. */
export function dueCell(
  world: AppWorld,
  due: string | null,
  pendingYear: number | null,
  days: Record<string, number | undefined>,
) {
  const { formatDate } = world.views.texts;
  const { texts } = world.views;
  if (!due)
    return pendingYear ? { tag: { text: dueText(texts, due, pendingYear, days), status: 'attention' } } : { text: '' };
  const left = days[due];
  if (left === undefined) return { text: formatDate(due) };
  return {
    tag: { text: dueWords(texts, left), status: left < 0 ? 'overdue' : left <= 2 ? 'dueSoon' : 'notStarted' },
    hint: formatDate(due),
  };
}

/** The same in a line of text; nothing where no term runs. */
export function dueText(
  texts: Texts,
  due: string | null,
  pendingYear: number | null,
  days: Record<string, number | undefined>,
): string {
  const { formatDate } = texts;
  if (!due) return pendingYear ? texts.t('pages:home.pendingCalendar', { year: pendingYear }) : '';
  const left = days[due];
  return left === undefined ? formatDate(due) : `${dueWords(texts, left)}${texts.marks.comma}${formatDate(due)}`;
}
