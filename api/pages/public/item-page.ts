import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Refusal } from '../../../domain/refusal';
import { publicItem } from '../../../services/queries/public/public-items';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { itemHead, itemLine, itemParts } from './item-lines';
import { nameOfList, publicFrame } from './public-frame';
import { publicQuery } from './public-query';

const Version = z.coerce.number().int().min(1).max(100_000).optional().catch(undefined);

/** One item with its basis, objects, content, method, ratio and level; an earlier version by its number. */
export function publicItemPage(world: AppWorld): Router {
  const { t, formatDate } = world.views.texts;
  return Router().get(paths.publicItem, async (req, res) => {
    const code = String(req.params['code']);
    const version = Version.parse(req.query['version']);
    const item = await publicItem(world.dataSource, { code, version, day: shanghaiDay(world.now()) });
    if (!item) throw new Refusal('NOT_FOUND');
    if (publicQuery(req).format === 'json') return void res.json(item);
    const line: Record<string, string> = { ...itemLine(world, item), effectiveFrom: formatDate(item.effectiveFrom) };
    const present = item.inForce ? item : await publicItem(world.dataSource, { code, day: shanghaiDay(world.now()) });
    res.render('public-facts', {
      layout: 'public',
      page: publicFrame(world, {
        title: item.name,
        current: 'publicItems',
        description: t('public:description.item', item as never),
        unlisted: !item.inForce,
        breadcrumbs: [{ text: nameOfList(world, 'publicItems'), href: paths.publicItems }, { text: item.code }],
      }),
      title: item.name,
      notes: item.inForce
        ? []
        : [
            present?.inForce
              ? {
                  lines: [t('public:items.past', { version: item.version })],
                  link: { text: t('public:items.toPresent'), href: pathTo('publicItem', { code }) },
                }
              : { lines: [t('public:items.ended')] },
          ],
      rows: itemParts
        .filter((part) => part !== 'name')
        .map((part) => ({
          key: { text: itemHead(world, part) },
          value: { text: line[part] || t('public:items.unsaid') },
        })),
      downloads: [{ text: 'JSON', href: pathTo('publicItem', { code, version, format: 'json' }) }],
    });
  });
}
