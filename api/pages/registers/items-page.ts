import { Router } from 'express';
import { z } from 'zod';
import { unitNames } from '../../../services/queries/people/unit-names';
import { listItems } from '../../../services/queries/registers/list-items';
import { stretchOfRows } from '../../../services/queries/stretch-of-rows';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { openPage } from './open-page';
import { registerActor } from './register-actor';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { asItems, filterSelect } from '../filter-select';

const pageSize = 50;
const Query = z.object({
  text: z.string().trim().max(100).optional().catch(undefined),
  department: z.string().max(16).optional().catch(undefined),
  abolished: z.enum(['yes']).optional().catch(undefined),
  ...stretchFields,
});

/** 抽查事项清单: each department's items with the version in force today. */
export function itemsPage(world: AppWorld): Router {
  const { t, formatDate } = world.views.texts;
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
    const found = stretchOfRows(items, ({ code }) => code, { after, before, size: pageSize });
    const title = t('pages:navigation.items');
    const page = await frame(world, req, res, { title, current: 'items' });
    res.render('register-list', {
      page,
      title,
      filter: {
        action: paths.items,
        clearHref: paths.items,
        fields: [
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
        ],
      },
      links: registerActor(person, 'item.change')
        ? [{ text: t('registers:item.enact.title'), href: paths.itemNew }]
        : [],
      total: withPart(world, t('registers:item.total', { total: items.length }), found),
      table: {
        id: 'items',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [
          t('registers:item.name'),
          t('registers:item.code'),
          t('registers:columns.department'),
          t('registers:columns.object_type'),
          t('registers:columns.item_class'),
          t('registers:columns.effective_from'),
        ].map((text, index) => ({ text, kind: index === 5 ? 'date' : index === 1 ? 'code' : undefined })),
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
}
