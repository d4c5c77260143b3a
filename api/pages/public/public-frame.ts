import type { AppWorld } from '../../app-world';
import { pathTo, paths, type PathName } from '../../paths';

const menu = [
  ['publicResults', 'results'],
  ['publicChecks', 'plans'],
  ['publicDraws', 'draws'],
  ['publicItems', 'items'],
] as const satisfies readonly (readonly [PathName, string])[];

export type PublicList = (typeof menu)[number][0];

interface PublicFrame {
  title: string;
  current?: PublicList;
  /** One sentence for search engines and for whoever passes the address on. */
  description?: string;
  q?: string;
  breadcrumbs?: { text: string; href?: string }[];
  /** Kept out of search engines: what was overtaken or taken back, and lists that somebody searched for. */
  unlisted?: boolean;
  /** What belongs to the page but is of today, beside what was published. */
  aside?: { title: string; lines: { text: string; phone?: string }[] };
}

/** The part of a public page that is the same on all: what may be read, the search, the way in for staff. */
export function publicFrame(world: AppWorld, { current, q, ...options }: PublicFrame) {
  const { t } = world.views.texts;
  return {
    ...options,
    demonstration: world.config.demonstration,
    search: { action: paths.publicResults, value: q },
    navigation: menu.map(([name, key]) => ({
      text: t(`layout:publicMenu.${key}`),
      href: pathTo(name),
      current: name === current,
    })),
    signInHref: paths.signIn,
    alternates: [{ type: 'application/atom+xml', href: paths.publicFeed, title: t('layout:publicMenu.results') }],
  };
}

/** The name of a public list as its heading says it. */
export function nameOfList(world: AppWorld, name: PublicList): string {
  const [, key] = menu.find(([candidate]) => candidate === name) ?? menu[0];
  return world.views.texts.t(`layout:publicMenu.${key}`);
}
