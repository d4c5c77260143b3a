import { Router } from 'express';
import { z } from 'zod';
import { unitNames } from '../../../services/queries/people/unit-names';
import { listAccounts } from '../../../services/queries/registers/list-accounts';
import { stretchOfRows } from '../../../services/queries/stretch-of-rows';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { openPage } from '../registers/open-page';
import { asItems, filterSelect } from '../filter-select';

const pageSize = 50;
const Query = z.object({
  text: z.string().trim().max(60).optional().catch(undefined),
  department: z.string().max(16).optional().catch(undefined),
  ...stretchFields,
});

/** 账号: for the security administrator alone. */
export function accountsPage(world: AppWorld): Router {
  const { t, marks } = world.views.texts;
  return Router().get(paths.accounts, async (req, res) => {
    openPage(req, 'accounts');
    const { after, before, ...filter } = Query.parse(req.query);
    const units = await unitNames(world.dataSource);
    const accounts = await listAccounts(world.dataSource, {
      text: filter.text,
      department: filter.department || undefined,
    });
    const found = stretchOfRows(accounts, ({ id }) => id, { after, before, size: pageSize });
    const title = t('pages:navigation.accounts');
    const page = await frame(world, req, res, { title, current: 'accounts' });
    res.render('register-list', {
      page,
      title,
      links: [{ text: t('accounts:new'), href: paths.accountNew, classes: ' ' }],
      filter: {
        action: paths.accounts,
        clearHref: paths.accounts,
        fields: [
          { widget: 'text', id: 'text', name: 'text', label: { text: t('accounts:search') }, value: filter.text },
          filterSelect(world.views.texts, {
            name: 'department',
            label: t('registers:columns.department'),
            items: asItems(Object.entries(units)),
            chosen: filter.department,
          }),
        ],
      },
      total: withPart(world, t('accounts:total', { total: accounts.length }), found),
      table: {
        id: 'accounts',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: ['username', 'name', 'department', 'capacities', 'state'].map((key) => ({
          text: t(`accounts:${key}`),
        })),
        rows: found.rows.map((account) => ({
          cells: [
            { text: account.username, href: pathTo('account', { id: account.id }) },
            { text: account.name, hint: account.machine ? t('accounts:machine') : undefined },
            { text: units[account.department] ?? account.department },
            { text: account.capacities.map((capacity) => t(`cases:capacities.${capacity}`)).join(marks.list) },
            { tag: stateOf(account.active, account.lockedUntil) },
          ],
        })),
        empty: { title: t('accounts:empty'), text: t('registers:emptyNext') },
      },
      pagination: neighbours(found, (at) => pathTo('accounts', { ...filter, ...at })),
    });
  });

  function stateOf(active: boolean, lockedUntil: Date | null) {
    if (!active) return { text: t('accounts:disabled'), status: 'inactive' };
    if (lockedUntil && lockedUntil > world.now()) return { text: t('accounts:locked'), status: 'locked' };
    return { text: t('accounts:active'), status: 'active' };
  }
}
