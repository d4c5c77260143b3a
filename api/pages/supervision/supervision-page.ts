import { Router } from 'express';
import { z } from 'zod';
import { caseKinds, processes } from '../../../domain/processes';
import { caseColumns, casesOf, type CaseLine } from '../../../services/queries/cases/list-cases';
import { unitNames } from '../../../services/queries/people/unit-names';
import { daysUntil } from '../../../services/queries/registers/days-until';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { faces } from '../../faces';
import { caseName } from '../case-name';
import { daysOf, partyWords, waitingCells, waitingOf } from '../waiting-words';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { shanghaiTime } from '../../../domain/calendar/shanghai-time';
import { stretchOf, wholeList, type Placed } from '../../../services/queries/ordered-list';
import { filteredNames } from '../../file-names';
import { sendTable, type TableLine } from './send-table';
import { supervisingReader } from './supervising-reader';
import { asItems, filterSelect } from '../filter-select';
import { listFilter } from '../list-filter';
import { askedSort, sortField, sortLink } from '../sorting';

type Days = Record<string, number | undefined>;

const pageSize = 50;
const standings = ['open', 'closed', 'overdue', 'softened'] as const;
const Query = z.object({
  kind: z.enum(caseKinds).optional().catch(undefined),
  stage: z.string().max(40).optional().catch(undefined),
  department: z.string().max(16).optional().catch(undefined),
  standing: z.enum(standings).optional().catch(undefined),
  text: z.string().trim().max(100).optional().catch(undefined),
  format: z.enum(['csv', 'json']).optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});

/** 监督: all cases of all departments, filtered by what stands in the address, to read or to take away. */
export function supervisionPage(world: AppWorld): Router {
  const { t, marks, formatNumber } = world.views.texts;
  return Router().get(paths.supervision, async (req, res) => {
    const reader = supervisingReader(req);
    const { after, before, format, stage, ...rest } = Query.parse(req.query);
    // A stage of another kind than the one that is looked at was chosen before it, and says nothing of this one.
    const known: readonly string[] = rest.kind ? processes[rest.kind].stages : [];
    const filter = { ...rest, stage: known.find((one) => one === stage) };
    const today = shanghaiDay(world.now());
    const units = await unitNames(world.dataSource);
    const asked = {
      kind: filter.kind,
      stage: filter.stage,
      department: filter.department || undefined,
      text: filter.text || undefined,
      closed: filter.standing === 'open' ? false : filter.standing === 'closed' ? true : undefined,
      softened: filter.standing === 'softened',
      overdueOn: filter.standing === 'overdue' ? today : undefined,
      sort: askedSort(filter.sort, caseColumns),
    };
    const party = filter.department || undefined;
    if (format) {
      const whole = withDays(world, wholeList<CaseLine & Placed>(world.dataSource, casesOf(reader, asked)));
      const line = ({ row, days }: { row: CaseLine; days: Days }) => exported(row, units, days, party);
      const names = { title: `${t('files:supervision')}-${today}`, plainTitle: `cases-${today}` };
      const file = filteredNames(world.views.texts, names, Object.values(filter).some(Boolean));
      return sendTable(world, req, res, { ...file, format, line }, whole);
    }
    const stretch = { after, before, size: pageSize };
    const found = await stretchOf<CaseLine & Placed>(world.dataSource, casesOf(reader, asked), stretch);
    const { rows, total } = found;
    const days = await daysUntil(world.dataSource, daysOf(rows), world.now());

    const title = t('pages:navigation.supervision');
    const page = await frame(world, req, res, { title, current: 'supervision' });
    const select = (name: 'kind' | 'stage' | 'department' | 'standing', items: [string, string][]) =>
      filterSelect(world.views.texts, {
        name,
        label: t(`supervision:${name}`),
        items: asItems(items),
        chosen: filter[name],
      });
    const fields = [
      select(
        'kind',
        caseKinds.map((kind) => [kind, t(`cases:kinds.${kind}`)]),
      ),
      ...(filter.kind
        ? [
            select(
              'stage',
              known.map((one) => [one, t(`cases:stages.${filter.kind}.${one}`)]),
            ),
          ]
        : []),
      select('department', Object.entries(units)),
      select(
        'standing',
        standings.map((key) => [key, t(`supervision:standings.${key}`)]),
      ),
      { widget: 'text', id: 'text', name: 'text', label: { text: t('pages:cases.text') }, value: filter.text },
    ];
    res.render('register-list', {
      page,
      title,
      filter: listFilter(world.views.texts, 'supervision', { fields, query: filter }),
      total: withPart(world, t('pages:cases.total', { total: formatNumber(total) }), found),
      downloads: (['csv', 'json'] as const).map((kind) => ({
        text: t(`supervision:${kind}`),
        href: pathTo('supervision', { ...filter, format: kind }),
      })),
      table: {
        id: 'cases',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: ['case', 'number', 'lead', 'stage', 'waiting', 'due'].map((key) => {
          const column = key === 'case' ? 'title' : caseColumns.find((one) => one === key);
          return {
            text: t(`supervision:${key}`),
            kind: key === 'number' ? 'code' : key === 'due' ? 'date' : undefined,
            classes: key === 'waiting' ? 'app-table__words' : undefined,
            sort: column && sortLink(filter.sort, column, (sort) => pathTo('supervision', { ...filter, sort })),
          };
        }),
        rows: rows.map((row) => ({
          cells: [
            { ...caseName(world, units, row), href: addressOf(row.id) },
            { text: row.number },
            { text: units[row.leadDepartment] ?? row.leadDepartment },
            { tag: { text: t(`cases:stages.${row.kind}.${row.stage}`), status: row.stage } },
            ...waitingCells(world, units, row, days, party),
          ],
        })),
        empty: { title: t('pages:home.emptyCases'), text: t('registers:emptyNext') },
      },
      pagination: neighbours(found, (at) => pathTo('supervision', { ...filter, ...at })),
    });
  });

  function addressOf(id: string): string {
    const [kind = '', number = ''] = id.split('/');
    return pathTo('supervisedCase', { kind, number });
  }

  function exported(row: CaseLine, units: Record<string, string>, days: Days, asked?: string): TableLine {
    const parties = waitingOf(row, asked);
    return {
      [t('supervision:kind')]: t(`cases:kinds.${row.kind}`),
      [t('supervision:number')]: row.number,
      [t('supervision:case')]: row.object ?? (row.title === row.number ? (row.parentTitle ?? row.title) : row.title),
      [t('supervision:referredTo')]: faces[row.kind].hint({ t, units }, row) ?? '',
      [t('supervision:stage')]: t(`cases:stages.${row.kind}.${row.stage}`),
      [t('supervision:lead')]: units[row.leadDepartment] ?? row.leadDepartment,
      [t('supervision:departments')]: row.departments.map((code) => units[code] ?? code).join(marks.list),
      [t('supervision:waiting')]: parties.map((party) => partyWords(world, units, party, days)).join(marks.list),
      [t('supervision:due')]: parties[0]?.due ?? '',
      [t('supervision:stageSince')]: shanghaiTime(row.stageSince),
      [t('supervision:openedAt')]: shanghaiTime(row.openedAt),
    };
  }
}

/** Each case with the days that are left to those whom it waits for, counted some cases at a time. */
async function* withDays(
  world: AppWorld,
  batches: AsyncIterable<CaseLine[]>,
): AsyncGenerator<{ row: CaseLine; days: Days }[]> {
  for await (const rows of batches) {
    const days = await daysUntil(world.dataSource, daysOf(rows), world.now());
    yield rows.map((row) => ({ row, days }));
  }
}
