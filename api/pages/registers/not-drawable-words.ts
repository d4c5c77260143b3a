import type { Texts } from '../../views/texts';

/** Where a page of the registers says whether its firm or officer can be drawn, and from when on that is so. */
export const drawableRow = 'drawable';

/** That something cannot be drawn, with the reasons as the list of a pool gives them; nothing where it can. */
export function whyNotDrawn(t: Texts['t'], reasons: string | readonly string[] | undefined): string | undefined {
  const all = typeof reasons === 'string' ? [reasons] : (reasons ?? []);
  if (all.length === 0) return undefined;
  return t('registers:inspector.notDrawnBecause', { reasons: all.map((reason) => t(`cases:exclusions.${reason}`)) });
}
