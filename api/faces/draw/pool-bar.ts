import { poolFigures } from '../../../domain/draw/pool-figures';
import { pathTo } from '../../paths';
import type { FactsContext, PoolBar } from '../facts';

/** How wide a part is at least, so that a few drawn of a million are seen. */
const least = 6;
const whole = 1000;

/** 1 126 − 49 → 1 077 → 6: what was in the scope, what was left out for which reason, what stayed and what was drawn of it. */
export function poolBar(
  { t, world }: FactsContext,
  number: string,
  { excluded, objects, drawn }: { excluded: Readonly<Record<string, number>>; objects: number; drawn?: number },
): PoolBar {
  const { formatNumber } = world.views.texts;
  const { base, out, reasons } = poolFigures(excluded, objects);
  const share = (count: number) =>
    count === 0 || base === 0 ? 0 : Math.max(least, Math.round((whole * count) / base));
  const inside = Math.max(0, whole - share(out));
  const taken = Math.min(inside, share(drawn ?? 0));
  return {
    words: t(drawn === undefined ? 'pages:draw.barPool' : out > 0 ? 'pages:draw.bar' : 'pages:draw.barWhole', {
      base: formatNumber(base),
      out: formatNumber(out),
      pool: formatNumber(objects),
      drawn: formatNumber(drawn ?? 0),
    }),
    inside: {
      text: t('pages:draw.poolCount', { count: formatNumber(objects) }),
      href: pathTo('pool', { number }),
    },
    left: reasons.map(({ reason, count }) => ({
      text: t('pages:draw.excludedCount', { reason: t(`cases:exclusions.${reason}`), count: formatNumber(count) }),
      href: pathTo('leftOut', { number, reason }),
    })),
    parts: [
      { of: 'drawn' as const, from: 0, width: taken },
      {
        of: 'in' as const,
        from: taken,
        width: inside - taken,
      },
      { of: 'out' as const, from: inside, width: whole - inside },
    ].filter(({ width }) => width > 0),
  };
}
