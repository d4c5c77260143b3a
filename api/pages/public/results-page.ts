import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { publishedResults, type PublishedResult } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { formatDate } from '../../views/format';
import { pagination } from '../pagination';
import { nameOfList, publicFrame } from './public-frame';
import { downloads, linkNext, publicQuery } from './public-query';
import { resultWords } from './result-words';
import { sendCsv } from './send-csv';

/** Published results, newest first, found by name or credit code. */
export function publicResultsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.publicResults, async (req, res) => {
    const query = publicQuery(req);
    const { rows, total } = await publishedResults(world.dataSource, {
      text: query.q,
      page: query.page,
      pageSize: query.pageSize,
    });
    linkNext(res, 'publicResults', query, total);
    if (query.format === 'json') return void res.json({ total, page: query.page, results: rows });
    if (query.format === 'csv')
      return sendCsv(
        res,
        'results',
        rows.map((row) => csvRow(row)),
        csvHeads(),
      );

    const title = nameOfList(world, 'publicResults');
    res.render('public-list', {
      layout: 'public',
      page: publicFrame(world, { title, current: 'publicResults', q: query.q }),
      title,
      total: t('pages:cases.total', { total }),
      downloads: [...downloads('publicResults', query.q), { text: t('pages:public.feed'), href: paths.publicFeed }],
      table: {
        id: 'results',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [
          { text: t('pages:visit.object') },
          { text: t('pages:visit.uscc'), kind: 'code' },
          { text: t('pages:visit.department') },
          { text: t('pages:queue.check') },
          { text: t('pages:visit.result') },
          { text: t('pages:queue.completedOn'), kind: 'date' },
          { text: t('pages:public.publishedAt'), kind: 'date' },
        ],
        rows: rows.map((row) => ({
          cells: [
            { text: row.objectName, href: pathTo('publicResult', { id: row.id }) },
            { text: row.uscc ?? '' },
            { text: row.departmentName },
            { text: row.check, href: pathTo('publicCheck', { number: row.checkNumber }) },
            row.state === 'current'
              ? { text: resultWords(world, row) }
              : { tag: { text: t(`pages:public.${row.state}`), status: row.state } },
            { text: formatDate(row.completedOn) },
            { text: formatDate(row.publishedAt) },
          ],
        })),
        empty: query.q
          ? {
              title: t('pages:public.nothingFound', { text: query.q }),
              next: { text: t('pages:public.allResults'), href: paths.publicResults },
            }
          : { title: t('pages:public.nothing') },
      },
      pagination: pagination(query.page, Math.ceil(total / query.pageSize), (page) =>
        pathTo('publicResults', { q: query.q, page }),
      ),
    });
  });

  function csvHeads() {
    return {
      id: t('pages:home.number'),
      objectName: t('pages:visit.object'),
      uscc: t('pages:visit.uscc'),
      departmentName: t('pages:visit.department'),
      check: t('pages:queue.check'),
      checkNumber: t('pages:public.checkNumber'),
      code: t('pages:public.code'),
      result: t('pages:visit.result'),
      completedOn: t('pages:queue.completedOn'),
      publishedAt: t('pages:public.publishedAt'),
      version: t('pages:public.version'),
      state: t('pages:public.state'),
      reason: t('pages:public.reason'),
    };
  }

  function csvRow(row: PublishedResult) {
    const { id, objectName, uscc, departmentName, check, checkNumber, code, completedOn, version, reason } = row;
    return {
      id,
      objectName,
      uscc,
      departmentName,
      check,
      checkNumber,
      code,
      result: resultWords(world, row),
      completedOn,
      publishedAt: shanghaiDay(row.publishedAt),
      version,
      state: t(`pages:public.${row.state}`),
      reason,
    };
  }
}
