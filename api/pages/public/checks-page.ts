import { Router } from 'express';
import { approvedChecks, type ApprovedCheck } from '../../../services/queries/public/approved-checks';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { formatDate } from '../../views/format';
import { pagination } from '../pagination';
import { nameOfList, publicFrame } from './public-frame';
import { downloads, linkNext, publicQuery } from './public-query';
import { sendCsv } from './send-csv';

/** Approved joint checks: what is to be checked, by whom and when. */
export function publicChecksPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.publicChecks, async (req, res) => {
    const query = publicQuery(req);
    const [{ rows, total }, units] = await Promise.all([
      approvedChecks(world.dataSource, { page: query.page, pageSize: query.pageSize }),
      unitNames(world.dataSource),
    ]);
    linkNext(res, 'publicChecks', query, total);
    const title = nameOfList(world, 'publicChecks');
    const nameOf = (code: string) => units[code] ?? code;
    const participants = (row: ApprovedCheck) =>
      row.departments
        .filter((code) => code !== row.lead)
        .map(nameOf)
        .join('、');
    const stageOf = (row: ApprovedCheck) => t(`cases:stages.joint-check.${row.stage}`);
    const heads = {
      title: t('pages:queue.check'),
      number: t('pages:home.number'),
      lead: t('pages:check.lead'),
      participants: t('pages:check.participants'),
      from: t('pages:proposal.windowFrom'),
      to: t('pages:proposal.windowTo'),
      stage: t('pages:home.stage'),
    };
    if (query.format === 'json') return void res.json({ total, page: query.page, checks: rows });
    if (query.format === 'csv') {
      const lines = rows.map((row) => ({
        title: row.title,
        number: row.number,
        lead: nameOf(row.lead),
        participants: participants(row),
        from: row.scheme.windowFrom,
        to: row.scheme.windowTo,
        stage: stageOf(row),
      }));
      return sendCsv(res, 'checks', lines, heads);
    }
    res.render('public-list', {
      layout: 'public',
      page: publicFrame(world, { title, current: 'publicChecks' }),
      title,
      total: t('pages:cases.total', { total }),
      downloads: downloads('publicChecks'),
      table: {
        id: 'checks',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [
          { text: heads.title },
          { text: heads.number },
          { text: heads.lead },
          { text: heads.participants },
          { text: t('pages:check.window'), kind: 'date' },
          { text: heads.stage },
        ],
        rows: rows.map((row) => ({
          cells: [
            { text: row.title, href: pathTo('publicCheck', { number: row.number }) },
            { text: row.number },
            { text: nameOf(row.lead) },
            { text: participants(row) },
            {
              lines: [
                formatDate(row.scheme.windowFrom),
                t('pages:public.until', { day: formatDate(row.scheme.windowTo) }),
              ],
            },
            { tag: { text: stageOf(row), status: row.stage } },
          ],
        })),
        empty: { title: t('pages:public.nothing') },
      },
      pagination: pagination(query.page, Math.ceil(total / query.pageSize), (page) => pathTo('publicChecks', { page })),
    });
  });
}
