import type { WorkLine } from '../../../services/queries/cases/work-list';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';

/** One chip for each task that waits, with how many cases it has; the one that is chosen takes itself away. */
export function workChips({ views }: AppWorld, lines: readonly WorkLine[], query: { act?: string; text?: string }) {
  const { t } = views.texts;
  const counts = new Map<string, number>();
  for (const { act, cases } of lines) counts.set(act, (counts.get(act) ?? 0) + cases);
  if (counts.size < 2 && query.act === undefined) return [];
  return [
    { text: t('pages:cases.all'), href: pathTo('home', { text: query.text }), current: query.act === undefined },
    ...[...counts].map(([act, count]) => ({
      text: t(`acts:${act}.name`),
      count,
      href: pathTo('home', { act, text: query.text }),
      current: act === query.act,
    })),
  ];
}
