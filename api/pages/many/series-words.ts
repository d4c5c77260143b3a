import type { Series } from '../../../services/queries/series/find-series';
import type { Texts } from '../../views/texts';

/** How far a series has come, in figures that add up to what was chosen; what is nought is not said. */
export function seriesFigures({ t, marks }: Pick<Texts, 't' | 'marks'>, series: Series): string {
  const { chosen, done, refused, left, gone } = series;
  const parts = [
    ['refused', refused],
    ['open', left - refused],
    ['gone', gone],
  ] as const;
  return [
    t('pages:series.done', { chosen, count: done }),
    ...parts.flatMap(([key, count]) => (count > 0 ? [t(`pages:series.${key}`, { count })] : [])),
  ].join(marks.comma);
}

/** How long after the last news a series still counts as being worked on, in milliseconds: longer than a person waits for one act. */
const quietMs = 60_000;

/** Whether the cases of a series are being worked on, so that what is left of it is not offered yet. */
export function isAtWork({ left, refused, sentAt, heardAt }: Series, now: Date): boolean {
  const news = Math.max(sentAt.getTime(), heardAt?.getTime() ?? 0);
  return left > refused && now.getTime() - news < quietMs;
}
