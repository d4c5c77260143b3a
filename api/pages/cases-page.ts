import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { caseKinds, processes } from '../../domain/processes';
import { caseColumns, casesOf, type CaseLine } from '../../services/queries/cases/list-cases';
import { seesAll } from '../../services/queries/cases/may-read-case';
import { stretchOf, type Placed } from '../../services/queries/ordered-list';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { pathTo, paths } from '../paths';
import { caseTable } from './case-table';
import { frame } from './frame';
import { listFilter } from './list-filter';
import { neighbours, stretchFields, withPart } from './list-parts';
import { askedSort, sortField, sortLink } from './sorting';
import { asItems, filterSelect } from './filter-select';

const pageSize = 50;
/** What people look for first: cases that belong to no other. */
const firstKind = caseKinds.find((kind) => processes[kind].opening === 'byOwnAct') ?? 'all';
const Query = z.object({
  kind: z
    .enum([...caseKinds, 'all'])
    .optional()
    .catch(undefined),
  stage: z.string().max(40).optional().catch(undefined),
  text: z.string().trim().max(100).optional().catch(undefined),
  department: z.string().max(16).optional().catch(undefined),
  standing: z.enum(['open', 'closed', 'overdue']).optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});

/** All cases that the reader may see; filters and page stand in the address. */
export function casesPage(world: AppWorld): Router {
  const { t, formatNumber } = world.views.texts;
  return Router().get(paths.cases, async (req, res) => {
    const { after, before, stage, ...rest } = Query.parse(req.query);
    const person = personOf(req);
    const today = shanghaiDay(world.now());
    // Whoever looks for a name or for what is late looks for it among all, until they choose a kind.
    const kind = rest.kind ?? (rest.text || rest.standing === 'overdue' ? 'all' : firstKind);
    // A stage of another kind than the one that is looked at was chosen before it, and says nothing of this one.
    const stages: readonly string[] = kind === 'all' ? [] : processes[kind].stages;
    const query = { ...rest, stage: stages.find((one) => one === stage) };
    const list = casesOf(person, {
      kind: kind === 'all' ? undefined : kind,
      stage: query.stage,
      text: query.text || undefined,
      department: query.department || undefined,
      closed: query.standing === 'open' ? false : query.standing === 'closed' ? true : undefined,
      overdueOn: query.standing === 'overdue' ? today : undefined,
      sort: askedSort(query.sort, caseColumns),
    });
    const found = await stretchOf<CaseLine & Placed>(world.dataSource, list, { after, before, size: pageSize });
    const units = await unitNames(world.dataSource);
    const page = await frame(world, req, res, { title: t('pages:cases.title'), current: 'cases' });
    const select = (name: 'stage' | 'department' | 'standing', label: string, items: [string, string][]) =>
      filterSelect(world.views.texts, { name, label, items: asItems(items), chosen: query[name] });
    const fields = [
      {
        widget: 'select',
        id: 'kind',
        name: 'kind',
        label: { text: t('pages:cases.kind') },
        items: kindItems(kind, query.kind === undefined && kind === firstKind),
      },
      ...(kind === 'all'
        ? []
        : [
            select(
              'stage',
              t('pages:cases.stage'),
              stages.map((value) => [value, t(`cases:stages.${kind}.${value}`)]),
            ),
          ]),
      ...(seesAll(person) ? [select('department', t('supervision:department'), Object.entries(units))] : []),
      select(
        'standing',
        t('supervision:standing'),
        (['open', 'closed', 'overdue'] as const).map((key) => [key, t(`supervision:standings.${key}`)]),
      ),
      { widget: 'text', id: 'text', name: 'text', label: { text: t('pages:cases.text') }, value: query.text },
    ];
    res.render('cases', {
      page,
      filter: listFilter(world.views.texts, 'cases', {
        fields,
        query,
        // Which kind is looked at first says nothing that anybody chose.
        unsaid: kind === firstKind || kind === 'all' ? ['kind'] : [],
      }),
      total: withPart(world, t('pages:cases.total', { total: formatNumber(found.total) }), found),
      table: await caseTable(world, found.rows, t('pages:cases.title'), {
        asked: query.department || undefined,
        sorted: (column) => sortLink(query.sort, column, (sort) => pathTo('cases', { ...query, kind, sort })),
      }),
      pagination: neighbours(found, (at) => pathTo('cases', { ...query, kind, ...at })),
    });
  });

  /** Where nobody has chosen a kind, the first one is sent without its name, so that a search goes through all of them. */
  function kindItems(kind: string, unchosen: boolean) {
    return [
      { value: 'all', text: t('pages:cases.all'), selected: kind === 'all' },
      ...caseKinds.map((value) => ({
        value: unchosen && value === kind ? '' : value,
        text: t(`cases:kinds.${value}`),
        selected: value === kind,
      })),
    ];
  }
}
