import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { publicItems, type PublicItem } from '../../../services/queries/public/public-items';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { sendList } from '../../send-list';
import { itemHead, itemLine, itemParts, type ItemPart } from './item-lines';
import { nameOfList, publicFrame } from './public-frame';
import { downloads, fileNames } from './public-list-parts';
import { publicQuery } from './public-query';

const shown = ['department', 'objects', 'method', 'ratio', 'level', 'class'] as const satisfies readonly ItemPart[];

/** Items in force that may be checked jointly (随机抽查事项清单). */
export function publicItemsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.publicItems, async (req, res) => {
    const { format } = publicQuery(req);
    const items = await publicItems(world.dataSource, shanghaiDay(world.now()));
    const title = nameOfList(world, 'publicItems');
    if (format) {
      const file = {
        ...fileNames(world, 'items'),
        format,
        word: 'items',
        heads: Object.fromEntries(itemParts.map((part) => [part, itemHead(world, part)])),
        csv: (item: PublicItem) => itemLine(world, item),
        json: (item: PublicItem) => item,
      };
      return sendList(world, req, res, file, [items]);
    }
    res.render('public-list', {
      layout: 'public',
      page: publicFrame(world, { title, current: 'publicItems', description: t('public:description.items') }),
      title,
      total: t('public:total', { total: items.length }),
      downloads: downloads(world, 'publicItems'),
      table: {
        id: 'items',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [{ text: itemHead(world, 'name') }, ...shown.map((part) => ({ text: itemHead(world, part) }))],
        rows: items.map((item) => {
          const line = itemLine(world, item);
          return {
            cells: [
              { text: line.name, href: pathTo('publicItem', { code: item.code }), hint: line.category },
              ...shown.map((part) => ({ text: line[part] })),
            ],
          };
        }),
        empty: { title: t('public:nothing') },
      },
    });
  });
}
