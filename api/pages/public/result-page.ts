import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { publishedResult, type PublishedResult } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { nameOfList, publicFrame } from './public-frame';
import { publicQuery } from './public-query';
import { resultJson } from './result-record';
import { publicRow, publicRows } from './result-rows';
import { whomToAsk } from './whom-to-ask';

/**
 * One published result; a corrected or withdrawn one stays readable as such. What stands in the body of the page is what was
 * published, under the names of that day; whom to ask today stands beside it.
 */
export function publicResultPage(world: AppWorld): Router {
  const { t, formatDateTime, formatDate } = world.views.texts;
  return Router().get(paths.publicResult, async (req, res) => {
    const row = await publishedResult(world.dataSource, String(req.params['id']));
    if (!row) throw new Refusal('NOT_FOUND');
    if (publicQuery(req).format === 'json') return void res.json(resultJson(world, row));
    res.render('public-facts', {
      layout: 'public',
      page: publicFrame(world, {
        title: row.objectName,
        current: 'publicResults',
        description: t('public:description.result', {
          authority: row.authority,
          object: row.objectName,
          day: formatDate(row.publishedAt),
        }),
        unlisted: row.state !== 'current',
        aside: await whomToAsk(world, row),
        breadcrumbs: [
          { text: nameOfList(world, 'publicResults'), href: paths.publicResults },
          { text: row.objectName },
        ],
      }),
      title: row.objectName,
      notes: notesOn(row),
      rows: [
        ...publicRows(world, row),
        publicRow(world, 'public:publishedAt', { text: formatDateTime(row.publishedAt) }),
        publicRow(world, 'public:number', { text: row.id }),
        publicRow(world, 'public:version', { text: String(row.version) }),
      ],
      downloads: [{ text: 'JSON', href: pathTo('publicResult', { id: row.id, format: 'json' }) }],
    });
  });

  /** What was done to it since, or what it stands in the place of; each with its public reason and the way to the other. */
  function notesOn(row: PublishedResult) {
    const link = (key: string, other: { id: string; version: number }) => ({
      text: t(key, { version: other.version }),
      href: pathTo('publicResult', { id: other.id }),
    });
    const because = (reason: string | null) => (reason ? [t('public:publicReason', { reason })] : []);
    const since = row.state !== 'current' && {
      lines: [t(`public:${row.state}Note`, { day: formatDate(row.changedAt) }), ...because(row.reason)],
      link: row.correctedBy && link(row.state === 'corrected' ? 'public:toNewer' : 'public:toLater', row.correctedBy),
    };
    const before = row.corrects && {
      lines: [
        t(row.corrects.state === 'withdrawn' ? 'public:replacesNote' : 'public:correctsNote'),
        ...because(row.corrects.reason),
      ],
      link: link('public:toEarlier', row.corrects),
    };
    return [since, before].filter(Boolean);
  }
}
