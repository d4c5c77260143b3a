import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { itemsByDepartment } from '../../../services/queries/cases/proposal-options';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { paths } from '../../paths';
import { nameOfList, publicFrame } from './public-frame';
import { downloads, publicQuery } from './public-query';
import { sendCsv } from './send-csv';

/** Items in force that may be checked jointly. */
export function publicItemsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.publicItems, async (req, res) => {
    const { format } = publicQuery(req);
    const [items, units] = await Promise.all([
      itemsByDepartment(world.dataSource, shanghaiDay(world.now())),
      unitNames(world.dataSource),
    ]);
    const title = nameOfList(world, 'publicItems');
    const heads = {
      name: t('pages:check.items'),
      department: t('pages:visit.department'),
      category: t('pages:public.category'),
      code: t('pages:home.number'),
    };
    const lines = items.map((item) => ({
      name: item.name,
      department: units[item.department] ?? item.department,
      category: item.category,
      code: item.code,
    }));
    if (format === 'json') return void res.json({ total: items.length, items });
    if (format === 'csv') return sendCsv(res, 'items', lines, heads);
    res.render('public-list', {
      layout: 'public',
      page: publicFrame(world, { title, current: 'publicItems' }),
      title,
      total: t('pages:cases.total', { total: items.length }),
      downloads: downloads('publicItems'),
      table: {
        id: 'items',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [
          { text: heads.name },
          { text: heads.department },
          { text: heads.category },
          { text: heads.code, kind: 'code' },
        ],
        rows: lines.map((line) => ({
          cells: [{ text: line.name }, { text: line.department }, { text: line.category }, { text: line.code }],
        })),
        empty: { title: t('pages:public.nothing') },
      },
    });
  });
}
