import { Router } from 'express';
import { z } from 'zod';
import { unitNames } from '../../../services/queries/people/unit-names';
import { listAccounts, type AccountLine } from '../../../services/queries/registers/list-accounts';
import { stretchOfRows } from '../../../services/queries/stretch-of-rows';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { openPage } from '../registers/open-page';
import { asItems, filterSelect } from '../filter-select';
import { listFilter } from '../list-filter';
import { askedSort, sortField, sortLink } from '../sorting';

const pageSize = 50;
const Query = z.object({
  text: z.string().trim().max(60).optional().catch(undefined),
  department: z.string().max(16).optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});

/** The columns of the list, by each of which it is sorted. */
const accountColumns = ['username', 'name', 'department', 'capacities', 'state'] as const;

/** 账号: for the security administrator alone. */
export function accountsPage(world: AppWorld): Router {
  const { t, marks, formatNumber } = world.views.texts;
  return Router().get(paths.accounts, async (req, res) => {
    openPage(req, 'accounts');
    const { after, before, ...filter } = Query.parse(req.query);
    const units = await unitNames(world.dataSource);
    const accounts = await listAccounts(world.dataSource, {
      text: filter.text,
      department: filter.department || undefined,
    });
    const sort = askedSort(filter.sort, accountColumns);
    const by = sort && { by: valueOf(sort.column, units), descending: sort.descending };
    const found = stretchOfRows(accounts, ({ id }) => id, { after, before, size: pageSize }, by);
    const title = t('pages:navigation.accounts');
    const page = await frame(world, req, res, { title, current: 'accounts' });
    res.render('register-list', {
      page,
      title,
      links: [{ text: t('accounts:new'), href: paths.accountNew, classes: ' ' }],
      filter: listFilter(world.views.texts, 'accounts', {
        fields: [
          { widget: 'text', id: 'text', name: 'text', label: { text: t('accounts:search') }, value: filter.text },
          filterSelect(world.views.texts, {
            name: 'department',
            label: t('registers:columns.department'),
            items: asItems(Object.entries(units)),
            chosen: filter.department,
          }),
        ],
        query: filter,
      }),
      total: withPart(world, t('accounts:total', { total: formatNumber(accounts.length) }), found),
      table: {
        id: 'accounts',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: accountColumns.map((column) => ({
          text: t(`accounts:${column}`),
          sort: sortLink(filter.sort, column, (asked) => pathTo('accounts', { ...filter, sort: asked })),
        })),
        rows: found.rows.map((account) => ({
          cells: [
            { text: account.username, href: pathTo('account', { id: account.id }) },
            { text: account.name, hint: account.machine ? t('accounts:machine') : undefined },
            { text: units[account.department] ?? account.department },
            { text: capacitiesOf(account) },
            { tag: stateOf(account.active, account.lockedUntil) },
          ],
        })),
        empty: { title: t('accounts:empty'), text: t('registers:emptyNext') },
      },
      pagination: neighbours(found, (at) => pathTo('accounts', { ...filter, ...at })),
    });
  });

  /** What a column says of an account. */
  function valueOf(column: (typeof accountColumns)[number], units: Record<string, string>) {
    const values: Record<typeof column, (account: AccountLine) => string> = {
      username: ({ username }) => username,
      name: ({ name }) => name,
      department: ({ department }) => units[department] ?? department,
      capacities: capacitiesOf,
      state: ({ active, lockedUntil }) => stateOf(active, lockedUntil).text,
    };
    return values[column];
  }

  function capacitiesOf({ capacities }: Pick<AccountLine, 'capacities'>): string {
    return capacities.map((capacity) => t(`cases:capacities.${capacity}`)).join(marks.list);
  }

  function stateOf(active: boolean, lockedUntil: Date | null) {
    if (!active) return { text: t('accounts:disabled'), status: 'inactive' };
    if (lockedUntil && lockedUntil > world.now()) return { text: t('accounts:locked'), status: 'locked' };
    return { text: t('accounts:active'), status: 'active' };
  }
}
