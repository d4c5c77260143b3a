import type { TimelineEntry } from '../../services/queries/cases/timeline';
import type { AppWorld } from '../app-world';

/** The unit of an entry as it was called then, and as it is called now where that is another name: 旧名（现 新名）. */
export function unitOfEntry(
  { views }: Pick<AppWorld, 'views'>,
  units: Record<string, string>,
  { department, unitThen }: Pick<TimelineEntry, 'department' | 'unitThen'>,
): string | undefined {
  const now = units[department];
  return unitThen && now && unitThen !== now ? views.texts.t('pages:timeline.renamed', { then: unitThen, now }) : now;
}
