import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { StretchOfList } from '../../../services/queries/ordered-list';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { PublicList } from './public-frame';

/** Which part of a list a page shows, in words; a page that shows all of it says how many they are. */
export function stretchWords(
  { views }: Pick<AppWorld, 'views'>,
  { rows, total, ahead }: StretchOfList<unknown>,
  text?: string,
): string {
  const { t, formatNumber } = views.texts;
  const whole = rows.length === total;
  const words = text
    ? t('public:found', { text, total: formatNumber(total) })
    : t('public:total', { total: formatNumber(total) });
  if (whole) return words;
  const part = { total: formatNumber(total), from: formatNumber(ahead + 1), to: formatNumber(ahead + rows.length) };
  return text ? `${words}${views.texts.marks.comma}${t('public:part', part)}` : t('public:stretch', part);
}

/** The same list as a file, whole; of a list that was narrowed, what was found. */
export function downloads(
  { views }: Pick<AppWorld, 'views'>,
  name: PublicList,
  asked: { q?: string; check?: string } = {},
) {
  const narrowed = Boolean(asked.q || asked.check);
  return (['csv', 'json'] as const).map((format) => ({
    text: views.texts.t(narrowed ? 'public:downloadFound' : 'public:downloadAll', { format: format.toUpperCase() }),
    href: pathTo(name, { ...asked, format }),
  }));
}

/** How a list is called as a file: its day stands in the name, and that it was searched for. */
export function fileNames(
  world: Pick<AppWorld, 'views' | 'now'>,
  key: 'results' | 'found' | 'checks' | 'draws' | 'items',
) {
  const day = shanghaiDay(world.now());
  return {
    title: `${world.views.texts.t(`public:file.${key}`)}-${day}`,
    plainTitle: `${key === 'found' ? 'results-found' : key}-${day}`,
  };
}
