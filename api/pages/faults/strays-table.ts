import type { Stray } from '../../../services/queries/faults/strays';
import type { AppWorld } from '../../app-world';
import { caseWords } from './case-words';

/** What came past the web, by day and by where it was sent to. */
export function straysTable(world: AppWorld, strays: Stray[]) {
  const { texts } = world.views;
  const { t, has, formatDateTime, formatNumber, formatDate } = texts;
  return {
    id: 'strays',
    caption: t('faults:strays.caption'),
    captionHidden: true,
    stacked: true,
    columns: (['place', 'day', 'count', 'reason', 'last', 'state'] as const).map((key) => ({
      text: t(`faults:strays.${key}`),
      kind: key === 'count' ? 'number' : undefined,
    })),
    rows: strays.map(({ day, place, count, reason, lastAt, seen }) => ({
      cells: [
        caseWords(texts, place),
        { text: formatDate(day) },
        { text: formatNumber(count) },
        { text: has(`faults:strays.reasons.${reason}`) ? t(`faults:strays.reasons.${reason}`) : reason },
        { text: formatDateTime(lastAt) },
        {
          tag: seen
            ? { text: t('faults:strays.seen'), status: 'done' }
            : { text: t('faults:strays.unseen'), status: 'attention' },
        },
      ],
    })),
    empty: { title: t('faults:strays.empty.title'), text: t('faults:strays.empty.text') },
  };
}
