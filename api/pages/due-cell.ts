import { formatDate } from '../views/format';
import { dueWords } from '../views/text-functions';
import type { AppWorld } from '../app-world';

/** A deadline as a cell: the day and words for it, never colour alone. */
export function dueCell(
  world: AppWorld,
  due: string | null,
  pendingYear: number | null,
  days: Record<string, number | undefined>,
) {
  const { texts } = world.views;
  if (pendingYear)
    return { tag: { text: texts.t('pages:home.pendingCalendar', { year: pendingYear }), status: 'attention' } };
  if (!due) return { text: '' };
  const left = days[due];
  if (left === undefined) return { text: formatDate(due) };
  return {
    tag: { text: dueWords(texts, left), status: left < 0 ? 'overdue' : left <= 2 ? 'dueSoon' : 'notStarted' },
    hint: formatDate(due),
  };
}
