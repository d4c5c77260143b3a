import { Router } from 'express';
import { draw } from '../../../domain/draw/process';
import { Refusal } from '../../../domain/refusal';
import { drawBundle } from '../../../services/queries/cases/draw-bundle';
import { findState } from '../../../services/queries/cases/find-state';
import { publicDraws } from '../../../services/queries/public/public-draws';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { formatDate } from '../../views/format';
import { zipOf } from '../../faces/draw/zip';
import { pagination } from '../pagination';
import { nameOfList, publicFrame } from './public-frame';
import { downloads, linkNext, publicQuery } from './public-query';
import { sendCsv } from './send-csv';

/** Draws with what proves them: two hashes until the visits are done, then the whole bundle. */
export function publicDrawsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router()
    .get(paths.publicDraws, async (req, res) => {
      const query = publicQuery(req);
      const { rows, total } = await publicDraws(world.dataSource, query.page, query.pageSize);
      linkNext(res, 'publicDraws', query, total);
      const title = nameOfList(world, 'publicDraws');
      const heads = {
        number: t('pages:public.batch'),
        check: t('pages:queue.check'),
        drawnAt: t('pages:public.drawnAt'),
        prkHash: t('pages:draw.prkHash'),
        resultHash: t('pages:draw.resultHash'),
        drawn: t('pages:draw.drawn'),
      };
      if (query.format === 'json') return void res.json({ total, page: query.page, draws: rows });
      if (query.format === 'csv')
        return sendCsv(
          res,
          'draws',
          rows.map(({ number, check, drawnAt, prkHash, resultHash, drawn }) => ({
            number,
            check,
            drawnAt,
            prkHash,
            resultHash,
            drawn,
          })),
          heads,
        );
      const hash = 'app-table__hash';
      res.render('public-list', {
        layout: 'public',
        page: publicFrame(world, { title, current: 'publicDraws' }),
        title,
        note: t('pages:draw.consistentOnly'),
        total: t('pages:cases.total', { total }),
        downloads: downloads('publicDraws'),
        table: {
          id: 'draws',
          caption: title,
          captionHidden: true,
          stacked: true,
          columns: [
            { text: heads.number, kind: 'code' },
            { text: heads.check },
            { text: heads.drawnAt, kind: 'date' },
            { text: heads.prkHash, classes: hash },
            { text: heads.resultHash, classes: hash },
            { text: heads.drawn, kind: 'number' },
            { text: t('pages:public.bundle') },
          ],
          rows: rows.map((row) => ({
            cells: [
              { text: row.number },
              { text: row.check, href: pathTo('publicCheck', { number: row.checkNumber }) },
              { text: formatDate(row.drawnAt) },
              { text: row.prkHash },
              { text: row.resultHash },
              { text: row.drawn === null ? t('pages:visit.none') : String(row.drawn) },
              row.stage === 'opened'
                ? { text: t('pages:public.download'), href: pathTo('publicBundle', { number: row.number }) }
                : { text: t('pages:public.afterVisits') },
            ],
          })),
          empty: { title: t('pages:public.nothing') },
        },
        pagination: pagination(query.page, Math.ceil(total / query.pageSize), (page) =>
          pathTo('publicDraws', { page }),
        ),
      });
    })
    .get(paths.publicBundle, async (req, res) => {
      const state = await findState(world.dataSource, `${draw.kind}/${req.params['number']}`);
      const files = state?.stage === 'opened' ? await drawBundle(world.dataSource, state.number) : undefined;
      if (!files) throw new Refusal('NOT_FOUND');
      res.setHeader('Content-Disposition', `attachment; filename="draw-${state?.number}.zip"`);
      res.type('application/zip').send(zipOf(files));
    });
}
