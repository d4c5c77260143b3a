import type { AppWorld } from '../../app-world';
import { pathTo, paths, type PathName } from '../../paths';

const menu = [
  ['publicResults', 'results'],
  ['publicChecks', 'plans'],
  ['publicDraws', 'draws'],
  ['publicItems', 'items'],
] as const satisfies readonly (readonly [PathName, string])[];

export type PublicList = (typeof menu)[number][0];

/** The part of a public page that is the same on all: what may be read, the search, the way in for staff. */
export function publicFrame(
  world: AppWorld,
  options: { title: string; current: PublicList; q?: string; breadcrumbs?: { text: string; href?: string }[] },
) {
  const { t } = world.views.texts;
  const { title, current, q, breadcrumbs } = options;
  return {
    title,
    breadcrumbs,
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
