import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { itemNames } from '../../../services/queries/cases/visit-view';
import { publishedResults } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { formatDate } from '../../views/format';
import { nameOfList, publicFrame } from './public-frame';
import { resultWords } from './result-words';

/** One published result; a corrected or withdrawn one stays readable as such. */
export function publicResultPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.publicResult, async (req, res) => {
    const { rows } = await publishedResults(world.dataSource, { id: String(req.params['id']), page: 1, pageSize: 1 });
    const row = rows[0];
    if (!row) throw new Refusal('NOT_FOUND');
    if (req.query['format'] === 'json') return void res.json(row);
    const names = await itemNames(world.dataSource, row.items);
    const line = (key: string, value: { text?: string; lines?: string[]; href?: string }) => ({
      key: { text: t(key) },
      value,
    });
    res.render('public-facts', {
      layout: 'public',
      page: publicFrame(world, {
        title: row.objectName,
        current: 'publicResults',
        breadcrumbs: [
          { text: nameOfList(world, 'publicResults'), href: paths.publicResults },
          { text: row.objectName },
        ],
      }),
      title: row.objectName,
      note:
        row.state === 'current'
          ? undefined
          : t(`pages:public.${row.state}Note`, { day: formatDate(row.changedAt), reason: row.reason ?? '' }),
      rows: [
        line('pages:visit.uscc', { text: row.uscc ?? t('pages:visit.none') }),
        line('pages:visit.department', { text: row.departmentName }),
        line('pages:queue.check', { text: row.check, href: pathTo('publicCheck', { number: row.checkNumber }) }),
        ...(row.items.length > 0
          ? [line('pages:check.items', { lines: row.items.map((code) => names[code] ?? code) })]
          : []),
        line('pages:visit.result', { text: resultWords(world, row) }),
        line('pages:queue.completedOn', { text: formatDate(row.completedOn) }),
        line('pages:public.publishedAt', { text: formatDate(row.publishedAt) }),
        line('pages:public.version', { text: String(row.version) }),
      ],
      downloads: [{ text: 'JSON', href: pathTo('publicResult', { id: row.id, format: 'json' }) }],
    });
  });
}
