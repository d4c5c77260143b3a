import { z } from 'zod';
import type { StretchOfList } from '../../services/queries/ordered-list';
import type { AppWorld } from '../app-world';

const place = z.string().max(600).optional().catch(undefined);

/** Where in a list a reader stands, as the address has it; a place that nobody was given is passed over. */
export const stretchFields = { after: place, before: place };

/** Where in a list a reader stands. */
export type StretchPlace = z.infer<z.ZodObject<typeof stretchFields>>;

/** Links to what stands before and after a page of a list, by the places of its rows. */
export function neighbours(
  { rows, ahead, more }: StretchOfList<{ place: string }>,
  address: (at: StretchPlace) => string,
): { previous?: { href: string }; next?: { href: string } } | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  const previous = first && ahead > 0 ? { href: address({ before: first.place }) } : undefined;
  const next = last && more ? { href: address({ after: last.place }) } : undefined;
  return previous || next ? { previous, next } : undefined;
}

/** Which part of a list a page shows, after the words for how many they are in all; nothing more where it shows all. */
export function withPart(
  { views }: Pick<AppWorld, 'views'>,
  total: string,
  { rows, total: all, ahead }: StretchOfList<unknown>,
): string {
  const { formatNumber } = views.texts;
  if (rows.length === all || rows.length === 0) return total;
  const part = { from: formatNumber(ahead + 1), to: formatNumber(ahead + rows.length) };
  return `${total}${views.texts.marks.comma}${views.texts.t('pages:list.part', part)}`;
}

/** What stands below a list that shows only its beginning: how much of how many, and the way to the rest. Nothing below a whole one. */
export function onlyFirst(
  { views }: Pick<AppWorld, 'views'>,
  shown: number,
  total: number,
  href?: string,
): { text: string; href?: string } | undefined {
  const { formatNumber } = views.texts;
  if (shown >= total) return undefined;
  return { text: views.texts.t('pages:list.first', { shown: formatNumber(shown), total: formatNumber(total) }), href };
}
