import type { WorkLine } from '../../../services/queries/cases/work-list';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { casesOf, countLines, type Whose } from './count-lines';

interface Chosen {
  act?: string;
  text?: string;
  whose?: Whose;
}

/** The lines of one task, of those that the reader chose by name; all where nothing is chosen. */
export function chosenLines(lines: readonly WorkLine[], { act, whose }: Pick<Chosen, 'act' | 'whose'>): WorkLine[] {
  return lines.filter((line) => (act === undefined || line.act === act) && (!whose || casesOf(line, whose) > 0));
}

/** 我来办的 and 无人办, as soon as anybody of the unit has put their name on anything; each of the task that is chosen. */
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
    count: countLines(chosenLines(lines, { act: query.act, whose }), whose).now,
    href: pathTo('home', { ...query, whose }),
    current: query.whose === whose,
  }));
  return [all, ...counted];
}

/** One chip for each task that waits, with how many cases it has of those chosen; the one that is chosen takes itself away. */
export function workChips({ views }: AppWorld, lines: readonly WorkLine[], query: Chosen) {
  const { t } = views.texts;
  const acts = [...new Set(lines.map(({ act }) => act))];
  if (acts.length < 2 && query.act === undefined) return [];
  return [
    {
      text: t('pages:cases.all'),
      href: pathTo('home', { text: query.text, whose: query.whose }),
      current: query.act === undefined,
    },
    ...acts.map((act) => ({
      text: t(`acts:${act}.name`),
      count: countLines(chosenLines(lines, { act, whose: query.whose }), query.whose).now,
      href: pathTo('home', { act, text: query.text, whose: query.whose }),
      current: act === query.act,
    })),
  ];
}
