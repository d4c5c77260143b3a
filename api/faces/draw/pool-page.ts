import { Router } from 'express';
import { z } from 'zod';
import { freezeQuestion } from '../../../domain/draw/freeze-question';
import { riskClasses } from '../../../domain/joint-check/scheme';
import { firmsOfPool, wouldBeInPool, type PoolFirm } from '../../../services/queries/cases/pool-firms';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import type { AppWorld } from '../../app-world';
import { filterSelect } from '../../pages/filter-select';
import { frame } from '../../pages/frame';
import { listFilter } from '../../pages/list-filter';
import { neighbours, stretchFields, withPart } from '../../pages/list-parts';
import { caseAddress, pathTo, paths } from '../../paths';
import { askedDraw } from './asked-draw';

const pageSize = 50;
const Query = z.object({
  text: z.string().trim().max(100).optional().catch(undefined),
  riskClass: z
    .enum([...riskClasses, 'none'])
    .optional()
    .catch(undefined),
  ...stretchFields,
});

/** The firms that a draw chooses from, found by name, code and class: whether a firm was in the pool is seen at a glance. */
export function poolPage(world: AppWorld): Router {
  const { t, formatNumber } = world.views.texts;
  return Router().get(paths.pool, async (req, res) => {
    const { person, state, id, number, frozen } = await askedDraw(world, req);
    const { after, before, ...filter } = Query.parse(req.query);
    const list = frozen ? firmsOfPool(person, number, filter) : wouldBeInPool(person, freezeQuestion(state), filter);
    const found = await stretchOf<PoolFirm & Placed>(world.dataSource, list, { after, before, size: pageSize });
    const title = t('pages:draw.pool');
    const page = await frame(world, req, res, {
      title,
      current: 'cases',
      breadcrumbs: [{ text: number, href: caseAddress(id) }, { text: title }],
    });
    const classWords = (riskClass: string) => t(`registers:values.risk_class.${riskClass}`);
    const fields = [
      { widget: 'text', id: 'text', name: 'text', label: { text: t('registers:object.search') }, value: filter.text },
      filterSelect(world.views.texts, {
        name: 'riskClass',
        label: t('registers:object.riskClass'),
        items: [
          ...riskClasses.map((value) => ({ value, text: classWords(value) })),
          { value: 'none', text: t('cases:strata.none') },
        ],
        chosen: filter.riskClass,
      }),
    ];
    const narrowed = Boolean(filter.text ?? filter.riskClass);
    res.render('register-list', {
      page,
      title,
      note: frozen ? undefined : t('pages:draw.poolNow'),
      filter: listFilter(world.views.texts, 'pool', { fields, query: filter, parts: { number } }),
      links: [{ text: t('pages:draw.leftOut'), href: pathTo('leftOut', { number }) }],
      total: withPart(world, t('registers:object.total', { total: formatNumber(found.total) }), found),
      table: {
        id: 'pool',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: (['name', 'code', 'division', 'riskClass'] as const).map((key) => ({
          text: t(`registers:object.${key}`),
          kind: key === 'code' ? 'code' : undefined,
        })),
        rows: found.rows.map((row) => ({
          cells: [
            { text: row.name, href: pathTo('object', { id: row.id }) },
            { text: row.code ?? '' },
            { text: row.divisionName ?? '' },
            { text: row.riskClass ? classWords(row.riskClass) : '—' },
          ],
        })),
        empty: {
          title: t(narrowed ? 'pages:draw.notInPool' : 'pages:draw.poolEmpty'),
          text: narrowed ? t('pages:draw.notInPoolNext') : undefined,
        },
      },
      pagination: neighbours(found, (at) => pathTo('pool', { number, ...filter, ...at })),
    });
  });
}
