import { Router } from 'express';
import { shanghaiTime } from '../../../domain/calendar/shanghai-time';
import { draw } from '../../../domain/draw/process';
import { toExchangeTime } from '../../../domain/exchange/exchange-time';
import { Refusal } from '../../../domain/refusal';
import { drawBundle } from '../../../services/queries/cases/draw-bundle';
import { findState } from '../../../services/queries/cases/find-state';
import { stretchOf, wholeList } from '../../../services/queries/ordered-list';
import { publicDraws, type PublicDraw } from '../../../services/queries/public/public-draws';
import type { AppWorld } from '../../app-world';
import { bundleNames } from '../../faces/draw/bundle-names';
import { zipOf } from '../../faces/draw/zip';
import { pathTo, paths } from '../../paths';
import { savedAs } from '../../file-names';
import { sendList } from '../../send-list';
import { nameOfList, publicFrame } from './public-frame';
import { neighbours } from '../list-parts';
import { downloads, fileNames, stretchWords } from './public-list-parts';
import { publicQuery } from './public-query';

/** Draws with what proves them: two hashes until the visits are done, then the whole bundle. */
export function publicDrawsPage(world: AppWorld): Router {
  const { t, formatDateTime } = world.views.texts;
  return Router()
    .get(paths.publicDraws, async (req, res) => {
      const { format, ...stretch } = publicQuery(req);
      const title = nameOfList(world, 'publicDraws');
      const heads = {
        number: t('public:draws.batch'),
        check: t('public:check'),
        drawnAt: t('public:draws.drawnAt'),
        prkHash: t('pages:draw.prkHash'),
        resultHash: t('pages:draw.resultHash'),
        drawn: t('pages:draw.drawn'),
      };
      if (format) {
        const file = {
          ...fileNames(world, 'draws'),
          format,
          word: 'draws',
          heads,
          csv: ({ number, check, drawnAt, prkHash, resultHash, drawn }: PublicDraw) => ({
            ...{ number, check, prkHash, resultHash, drawn },
            drawnAt: shanghaiTime(drawnAt),
          }),
          json: ({ place: _place, ...row }: PublicDraw) => ({
            ...row,
            drawnAt: toExchangeTime(new Date(row.drawnAt)),
          }),
        };
        return sendList(world, req, res, file, wholeList<PublicDraw>(world.dataSource, publicDraws()));
      }
      const found = await stretchOf<PublicDraw>(world.dataSource, publicDraws(), stretch);
      const hash = 'app-table__hash';
      res.render('public-list', {
        layout: 'public',
        page: publicFrame(world, { title, current: 'publicDraws', description: t('public:description.draws') }),
        title,
        note: t('pages:draw.consistentOnly'),
        total: stretchWords(world, found),
        downloads: downloads(world, 'publicDraws'),
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
            { text: t('public:draws.bundle') },
          ],
          rows: found.rows.map((row) => ({
            cells: [
              { text: row.number },
              { text: row.check, href: pathTo('publicCheck', { number: row.checkNumber }) },
              { text: formatDateTime(row.drawnAt) },
              { text: row.prkHash },
              { text: row.resultHash },
              { text: row.drawn === null ? t('pages:visit.none') : String(row.drawn) },
              row.stage === 'opened'
                ? { text: t('public:draws.download'), href: pathTo('publicBundle', { number: row.number }) }
                : { text: t('public:draws.afterVisits') },
            ],
          })),
          empty: { title: t('public:nothing') },
        },
        pagination: neighbours(found, (at) => pathTo('publicDraws', { ...at })),
      });
    })
    .get(paths.publicBundle, async (req, res) => {
      const state = await findState(world.dataSource, `${draw.kind}/${req.params['number']}`);
      const files = state?.stage === 'opened' ? await drawBundle(world.dataSource, state.number) : undefined;
      if (!files) throw new Refusal('NOT_FOUND');
      savedAs(res, bundleNames(world, state?.number ?? ''))
        .type('application/zip')
        .send(zipOf(files));
    });
}
