import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { caseKinds } from '../../domain/process';
import { processes } from '../../domain/processes';
import { listCases } from '../../services/queries/cases/list-cases';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { pathTo, paths } from '../paths';
import { caseTable } from './case-table';
import { frame } from './frame';
import { pagination } from './pagination';

const pageSize = 50;
const Query = z.object({
  kind: z.enum(caseKinds).optional().catch(undefined),
  stage: z.string().max(40).optional().catch(undefined),
  text: z.string().trim().max(100).optional().catch(undefined),
  overdue: z.enum(['yes']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** All cases that the reader may see; filters and page stand in the address. */
export function casesPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.cases, async (req, res) => {
    const query = Query.parse(req.query);
    const today = shanghaiDay(world.now());
    const kind = query.kind ?? 'joint-check';
    const { rows, total } = await listCases(world.dataSource, personOf(req), {
      kind,
      stage: query.stage || undefined,
      text: query.text || undefined,
      overdueOn: query.overdue ? today : undefined,
      page: query.page,
      pageSize,
    });
    const page = await frame(world, req, res, { title: t('pages:cases.title'), current: 'cases' });
    res.render('cases', {
      page,
      filter: {
        action: paths.cases,
        clearHref: paths.cases,
        fields: [
          { widget: 'select', id: 'kind', name: 'kind', label: { text: t('pages:cases.kind') }, items: caseKinds.map((value) => ({ value, text: t(`cases:kinds.${value}`), selected: value === kind })) },
          {
            widget: 'select',
            id: 'stage',
            name: 'stage',
            label: { text: t('pages:cases.stage') },
            items: [{ value: '', text: t('pages:cases.all') }, ...processes[kind].stages.map((value) => ({ value, text: t(`cases:stages.${kind}.${value}`), selected: value === query.stage }))],
          },
          { widget: 'text', id: 'text', name: 'text', label: { text: t('pages:cases.text') }, value: query.text },
          { widget: 'select', id: 'overdue', name: 'overdue', label: { text: t('pages:cases.overdue') }, items: [{ value: '', text: t('pages:cases.all') }, { value: 'yes', text: t('pages:cases.yes'), selected: query.overdue === 'yes' }] },
        ],
      },
      total: t('pages:cases.total', { total }),
      table: await caseTable(world, rows, t('pages:cases.title')),
      pagination: pagination(query.page, Math.ceil(total / pageSize), (number) => pathTo('cases', { kind, stage: query.stage, text: query.text, overdue: query.overdue, page: number })),
    });
  });
}
