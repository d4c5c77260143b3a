import { Router } from 'express';
import { z } from 'zod';
import { unitNames } from '../../../services/queries/people/unit-names';
import { listItems, type ItemLine } from '../../../services/queries/registers/list-items';
import { stretchOfRows } from '../../../services/queries/stretch-of-rows';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { openPage } from './open-page';
import { registerActor } from './register-actor';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { asItems, filterSelect } from '../filter-select';
import { listFilter } from '../list-filter';
import { askedSort, sortField, sortLink } from '../sorting';

const pageSize = 50;
const Query = z.object({
  text: z.string().trim().max(100).optional().catch(undefined),
  department: z.string().max(16).optional().catch(undefined),
  abolished: z.enum(['yes']).optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});

/** The columns of the list, by each of which it is sorted. */
const itemColumns = ['name', 'code', 'department', 'object_type', 'item_class', 'effective_from'] as const;

/** 抽查事项清单: each department's items with the version in force today. */
export function itemsPage(world: AppWorld): Router {
  const { t, formatDate, formatNumber } = world.views.texts;
  return Router().get(paths.items, async (req, res) => {
    const person = openPage(req, 'items');
    const { after, before, ...filter } = Query.parse(req.query);
    const units = await unitNames(world.dataSource);
    const items = await listItems(world.dataSource, {
      text: filter.text,
      department: filter.department || undefined,
      withAbolished: filter.abolished === 'yes',
      on: shanghaiDay(world.now()),
    });
    const sort = askedSort(filter.sort, itemColumns);
    const by = sort && { by: valueOf(sort.column, units), descending: sort.descending };
    const found = stretchOfRows(items, ({ code }) => code, { after, before, size: pageSize }, by);
    const title = t('pages:navigation.items');
    const page = await frame(world, req, res, { title, current: 'items' });
    const fields = [
      { widget: 'text', id: 'text', name: 'text', label: { text: t('registers:item.search') }, value: filter.text },
      filterSelect(world.views.texts, {
        name: 'department',
        label: t('registers:columns.department'),
        items: asItems(Object.entries(units)),
        chosen: filter.department,
      }),
      {
        widget: 'select',
        id: 'abolished',
        name: 'abolished',
        label: { text: t('registers:item.withAbolished') },
        items: [
          { value: '', text: t('registers:no') },
          { value: 'yes', text: t('registers:yes'), selected: filter.abolished === 'yes' },
        ],
      },
    ];
    const sorted = (asked: string) => pathTo('items', { ...filter, sort: asked });
    res.render('register-list', {
      page,
      title,
      filter: listFilter(world.views.texts, 'items', { fields, query: filter }),
      links: registerActor(person, 'item.change')
        ? [{ text: t('registers:item.enact.title'), href: paths.itemNew }]
        : [],
      total: withPart(world, t('registers:item.total', { total: formatNumber(items.length) }), found),
      table: {
        id: 'items',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: itemColumns.map((column) => ({
          text: t(column === 'name' || column === 'code' ? `registers:item.${column}` : `registers:columns.${column}`),
          kind: column === 'effective_from' ? 'date' : column === 'code' ? 'code' : undefined,
          sort: sortLink(filter.sort, column, sorted),
        })),
        rows: found.rows.map((item) => ({
          cells: [
            { text: item.name, href: pathTo('item', { code: item.code }), hint: item.category },
            { text: item.code },
            { text: units[item.department] ?? item.department },
            { text: item.objectType },
            item.active
              ? { text: item.itemClass ? t(`registers:values.item_class.${item.itemClass}`) : '—' }
              : { tag: { text: t('registers:item.abolished'), status: 'inactive' } },
            { text: formatDate(item.effectiveFrom) },
          ],
        })),
        empty: { title: t('registers:item.empty'), text: t('registers:emptyNext') },
      },
      pagination: neighbours(found, (at) => pathTo('items', { ...filter, ...at })),
    });
  });

  /** What a column says of an item. */
  function valueOf(column: (typeof itemColumns)[number], units: Record<string, string>) {
    const values: Record<typeof column, (item: ItemLine) => string> = {
      name: ({ name }) => name,
      code: ({ code }) => code,
      department: ({ department }) => units[department] ?? department,
      object_type: ({ objectType }) => objectType,
      item_class: (item) =>
        item.active
          ? item.itemClass
            ? t(`registers:values.item_class.${item.itemClass}`)
            : ''
          : t('registers:item.abolished'),
      effective_from: ({ effectiveFrom }) => effectiveFrom,
    };
    return values[column];
  }
}
