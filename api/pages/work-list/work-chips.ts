import type { WorkLine } from '../../../services/queries/cases/work-list';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';

interface Chosen {
  act?: string;
  text?: string;
  whose?: 'mine' | 'nobody';
}

/** Whether a line is one of the reader's own, or has cases without a name on them. */
export function isWhose({ cases, claimed, ownClaims }: WorkLine, whose: Chosen['whose']): boolean {
  return whose === undefined || (whose === 'mine' ? ownClaims > 0 : claimed < cases);
}

/** 我来办的 and 无人办, as soon as anybody of the unit has put their name on anything. */
export function whoseChips({ views }: AppWorld, lines: readonly WorkLine[], query: Chosen) {
  const { t } = views.texts;
  if (query.whose === undefined && lines.every(({ claimed }) => claimed === 0)) return [];
  const all = {
    text: t('pages:cases.all'),
    href: pathTo('home', { ...query, whose: undefined }),
    current: !query.whose,
  };
  const counted = (['mine', 'nobody'] as const).map((whose) => ({
    text: t(`pages:claims.${whose}`),
    count: lines
      .filter((line) => isWhose(line, whose))
      .reduce((sum, { cases, claimed, ownClaims }) => sum + (whose === 'mine' ? ownClaims : cases - claimed), 0),
    href: pathTo('home', { ...query, whose }),
    current: query.whose === whose,
  }));
  return [all, ...counted];
}

/** One chip for each task that waits, with how many cases it has; the one that is chosen takes itself away. */
export function workChips({ views }: AppWorld, lines: readonly WorkLine[], query: Chosen) {
  const { t } = views.texts;
  const counts = new Map<string, number>();
  for (const { act, cases } of lines) counts.set(act, (counts.get(act) ?? 0) + cases);
  if (counts.size < 2 && query.act === undefined) return [];
  return [
    {
      text: t('pages:cases.all'),
      href: pathTo('home', { text: query.text, whose: query.whose }),
      current: query.act === undefined,
    },
    ...[...counts].map(([act, count]) => ({
      text: t(`acts:${act}.name`),
      count,
      href: pathTo('home', { act, text: query.text, whose: query.whose }),
      current: act === query.act,
    })),
  ];
}
