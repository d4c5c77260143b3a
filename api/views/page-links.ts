export interface PageLink {
  number?: number;
  href?: string;
  current?: boolean;
  ellipsis?: boolean;
}

export interface PageLinks {
  items: PageLink[];
  previous?: { href: string };
  next?: { href: string };
}

/**
 * Links for the `pagination` component: first, last, the present page with its neighbours, gaps between.
 * `address` is the present one with its query; all of it but `page` is kept. Nothing when one page holds all.
 */
export function pageLinks(page: number, pages: number, address: string): PageLinks | undefined {
  if (pages <= 1) return undefined;
  const [path = '', query = ''] = address.split('?');
  const href = (number: number) => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(number));
    return `${path}?${parameters.toString()}`;
  };
  const current = Math.min(Math.max(1, page), pages);
  const shown = [...new Set([1, current - 1, current, current + 1, pages])].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
  const items = shown.flatMap((number, index): PageLink[] => {
    const link: PageLink = { number, href: href(number), current: number === current };
    return number - (shown[index - 1] ?? 0) > 1 ? [{ ellipsis: true }, link] : [link];
  });
  return {
    items,
    previous: current > 1 ? { href: href(current - 1) } : undefined,
    next: current < pages ? { href: href(current + 1) } : undefined,
  };
}
