import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { longestSearch, searchTrouble, type SearchTrouble } from '../../../domain/text/search-trouble';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { openPage } from '../registers/open-page';
import { searchGroups } from './search-groups';

/** Of each group at first, and of the one that a person looks through. */
const [firstRows, pageRows] = [5, 50];
const Query = z.object({
  q: z.string().trim().optional().catch(undefined),
  group: z.string().max(40).optional().catch(undefined),
  after: z.string().max(160).optional().catch(undefined),
  trouble: z.enum(['identityCard']).optional().catch(undefined),
});

/**
 * 搜索: what a person may see by name, number or code, in groups. What was typed is posted, and only what may stand in an
 * address is led on to one.
 */
export function searchPage(world: AppWorld): Router {
  const { t, marks } = world.views.texts;
  return Router()
    .get(paths.search, async (req, res) => {
      const { q, group, after, trouble = q === undefined ? undefined : searchTrouble(q) } = Query.parse(req.query);
      // Typed into an address by hand, it is taken out again.
      if (q && trouble === 'identityCard') return res.redirect(303, pathTo('search', { trouble }));
      await show(req, res, { q, group, after, trouble: trouble === 'empty' ? undefined : trouble });
    })
    .post(paths.search, async (req, res) => {
      openPage(req, 'search');
      const { q = '' } = Query.parse(req.body ?? {});
      const trouble = searchTrouble(q);
      if (trouble) return show(req, res, { q, trouble });
      res.redirect(303, pathTo('search', { q }));
    });

  async function show(
    req: Request,
    res: Response,
    { q, trouble, group, after }: { q?: string; trouble?: SearchTrouble; group?: string; after?: string },
  ): Promise<void> {
    const groups = searchGroups(world, openPage(req, 'search'));
    const one = groups.find(({ key }) => key === group);
    const asked = q && !trouble ? (one ? [one] : groups) : [];
    const found = [];
    for (const each of asked) {
      const { table, next } = await each.find(q ?? '', { after, size: one ? pageRows : firstRows });
      if (table.rows.length > 0)
        found.push({
          key: each.key,
          title: each.title,
          table,
          more: next && {
            text: t(one ? 'pages:search.next' : 'pages:search.more', { group: each.title }),
            href: pathTo('search', { q, group: each.key, after: one ? next : undefined }),
          },
        });
    }
    const said = trouble && t(`pages:search.trouble.${trouble}`, { most: longestSearch });
    // The number of a person is given back to nobody, not even to the screen that it was typed at.
    const shown = trouble === 'identityCard' ? undefined : q;
    const page = await frame(world, req, res, {
      title: shown && !trouble ? t('pages:search.titleOf', { text: shown }) : t('pages:search.title'),
      hasErrors: Boolean(said),
      ...(one
        ? {
            breadcrumbs: [{ text: t('pages:search.title'), href: pathTo('search', { q }) }, { text: one.title }],
          }
        : {}),
    });
    res.status(said ? 422 : 200).render('search', {
      page: { ...page, search: page.search && { ...page.search, value: shown } },
      action: paths.search,
      field: {
        id: 'search-text',
        name: 'q',
        type: 'search',
        value: shown,
        label: { text: t('pages:search.label') },
        hint: { text: t('pages:search.hint') },
        errorMessage: said && { text: said },
      },
      errors: said && { errorList: [{ text: said, href: '#search-text' }] },
      groups: found,
      // What there is to search for a person stands in words, so that nobody takes a silence for “there is none”.
      empty: asked.length > 0 &&
        found.length === 0 && {
          title: t('pages:search.nothing', { text: shown ?? '' }),
          text: t('pages:search.nothingHint', { groups: asked.map(({ title }) => title).join(marks.list) }),
        },
      start: after && pathTo('search', { q, group }),
    });
  }
}
