import { Router } from 'express';
import { z } from 'zod';
import { freezeQuestion } from '../../../domain/draw/freeze-question';
import {
  leftOutObjects,
  leftOutOfficers,
  officersLeftOut,
  wouldBeLeftOut,
  type LeftOutLine,
} from '../../../services/queries/cases/left-out';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { frame } from '../../pages/frame';
import { neighbours, stretchFields, withPart } from '../../pages/list-parts';
import { caseAddress, pathTo, paths } from '../../paths';
import { askedDraw } from './asked-draw';

const pageSize = 50;
const Query = z.object({
  reason: z.string().max(40).optional().catch(undefined),
  ...stretchFields,
});

/** Whom a frozen batch left out: officers, and objects page by page, each with the reason. */
export function leftOutPage(world: AppWorld): Router {
  const { t, marks } = world.views.texts;
  return Router().get(paths.leftOut, async (req, res) => {
    const { state, id, number, frozen } = await askedDraw(world, req);
    const { after, before, reason } = Query.parse(req.query);
    const list = frozen
      ? leftOutObjects(number, reason || undefined)
      : wouldBeLeftOut(freezeQuestion(state), reason || undefined);
    const [found, officers, units] = await Promise.all([
      stretchOf<LeftOutLine & Placed>(world.dataSource, list, { after, before, size: pageSize }),
      frozen ? leftOutOfficers(world.dataSource, number) : officersLeftOut(world.dataSource, freezeQuestion(state)),
      unitNames(world.dataSource),
    ]);
    const title = t('pages:draw.leftOut');
    const page = await frame(world, req, res, {
      title,
      current: 'cases',
      breadcrumbs: [{ text: number, href: caseAddress(id) }, { text: title }],
    });
    const reasonOf = (reason: string) => ({ text: t(`cases:exclusions.${reason}`) });
    res.render('register-list', {
      page,
      title,
      note: frozen ? undefined : t('pages:draw.leftOutNow'),
      before: [
        {
          id: 'officers',
          caption: t('pages:draw.leftOutOfficers'),
          stacked: true,
          columns: ['pages:draw.officer', 'pages:draw.unit', 'pages:draw.reason'].map((key) => ({ text: t(key) })),
          rows: officers.map((line) => ({
            cells: [
              { text: `${line.name}${marks.brackets(line.staffNo)}` },
              { text: units[line.department] ?? line.department },
              reasonOf(line.reason),
            ],
          })),
          empty: { title: t('pages:draw.nobodyLeftOut') },
        },
      ],
      total: withPart(world, t('pages:draw.leftOutTotal', { total: found.total }), found),
      table: {
        id: 'objects',
        caption: t('pages:draw.leftOutObjects'),
        stacked: true,
        columns: ['pages:visit.object', 'pages:visit.uscc', 'pages:draw.reason'].map((key) => ({ text: t(key) })),
        rows: found.rows.map((line) => ({
          cells: [{ text: line.name }, { text: line.code ?? '' }, reasonOf(line.reason)],
        })),
        empty: { title: t('pages:draw.nothingLeftOut') },
      },
      pagination: neighbours(found, (at) => pathTo('leftOut', { number, reason, ...at })),
    });
  });
}
