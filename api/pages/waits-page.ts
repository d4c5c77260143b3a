import { Router } from 'express';
import { z } from 'zod';
import { isDay } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { jointCheck } from '../../domain/joint-check/process';
import { kindOf } from '../../domain/processes';
import { showCase } from '../../services/queries/cases/show-case';
import {
  waitColumns,
  waitList,
  standingsOfDay,
  waitStandings,
  type WaitLine,
} from '../../services/queries/cases/waits';
import { stretchOf, type Placed } from '../../services/queries/ordered-list';
import { unitNames } from '../../services/queries/people/unit-names';
import { daysUntil } from '../../services/queries/registers/days-until';
import type { AppWorld } from '../app-world';
import { caseAddress, pathTo, paths } from '../paths';
import { caseName } from './case-name';
import { dueCell } from './due-cell';
import { filterChips } from './filter-chips';
import { frame } from './frame';
import { hiddenConditions } from './hidden-conditions';
import { neighbours, stretchFields, withPart } from './list-parts';
import { openPage } from './registers/open-page';
import { taskName } from './task-name';
import { askedSort, sortField, sortLink } from './sorting';
import { asItems, filterSelect } from './filter-select';

const pageSize = 50;
const Query = z.object({
  standing: z.enum(waitStandings).catch('open'),
  day: z.string().refine(isDay).optional().catch(undefined),
  department: z.string().max(16).optional().catch(undefined),
  act: z.string().max(80).optional().catch(undefined),
  check: z.string().max(60).optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});
/** What people choose from. */
const offered = waitStandings.filter((standing) => !standingsOfDay.includes(standing));

/** 在办事项: what cases wait for, by whom, until when; every figure of the dashboards is the length of one of these lists. */
export function waitsPage(world: AppWorld): Router {
  const { t, has, formatNumber, formatDate } = world.views.texts;
  return Router().get(paths.waits, async (req, res) => {
    const person = openPage(req, 'cases');
    const { after, before, ...query } = Query.parse(req.query);
    const check = query.check
      ? await showCase(world.dataSource, person, `${jointCheck.kind}/${query.check}`)
      : undefined;
    const filter = {
      standing: query.standing,
      day: query.day,
      department: query.department || undefined,
      act: query.act || undefined,
      // A check that is not there, or not for this reader, has no waits: its list is empty and not everybody's.
      within: query.check ? `${jointCheck.kind}/${query.check}` : undefined,
      sort: askedSort(query.sort, waitColumns),
    };
    const list = waitList(person, filter, shanghaiDay(world.now()));
    const found = await stretchOf<WaitLine & Placed>(world.dataSource, list, { after, before, size: pageSize });
    const [units, days] = await Promise.all([
      unitNames(world.dataSource),
      daysUntil(
        world.dataSource,
        found.rows.flatMap((row) => (row.endedAt ? [] : (row.due ?? []))),
        world.now(),
      ),
    ]);
    // What is open is shown to whoever asks for nothing.
    const asked = { ...query, standing: query.standing === 'open' ? undefined : query.standing };
    const sorted = (column: (typeof waitColumns)[number]) =>
      sortLink(query.sort, column, (sort) => pathTo('waits', { ...asked, sort }));
    const over = ['done', 'doneLate', 'begun', 'late'].includes(query.standing);
    const page = await frame(world, req, res, {
      title: t('dashboard:waits.title'),
      current: 'dashboard',
      breadcrumbs: check && [{ text: check.title, href: caseAddress(check.id) }, { text: t('dashboard:waits.title') }],
    });
    const unit = filterSelect(world.views.texts, {
      name: 'department',
      label: t('dashboard:unit'),
      items: asItems(Object.entries(units)),
      chosen: query.department,
    });
    const fields = [
      {
        widget: 'select',
        id: 'standing',
        name: 'standing',
        label: { text: t('dashboard:waits.standing') },
        items: offered.map((value) => ({
          value,
          text: t(`dashboard:standing.${value}`),
          selected: value === query.standing,
        })),
      },
      unit,
    ];
    res.render('register-list', {
      page,
      title: check ? t('dashboard:waits.ofCheck', { check: check.title }) : t('dashboard:waits.title'),
      note: query.day && t(`dashboard:waits.on.${query.standing}`, { day: formatDate(query.day) }),
      filter: {
        action: paths.waits,
        clearHref: paths.waits,
        fields,
        // A day is about one standing alone.
        hidden: hiddenConditions(fields, { ...asked, day: undefined }),
        active: [
          ...filterChips(world.views.texts, [unit], asked, (left) => pathTo('waits', { ...left })),
          ...(query.act && has(`acts:${query.act}.name`)
            ? [{ text: t(`acts:${query.act}.name`), removeHref: pathTo('waits', { ...asked, act: undefined }) }]
            : []),
        ],
      },
      total: withPart(world, t('dashboard:waits.total', { total: formatNumber(found.total) }), found),
      table: {
        id: 'waits',
        caption: t('dashboard:waits.title'),
        captionHidden: true,
        stacked: true,
        columns: [
          { text: t('dashboard:waits.what') },
          { text: t('dashboard:waits.who'), classes: 'app-table__words', sort: sorted('who') },
          { text: t('dashboard:waits.case'), sort: sorted('case') },
          ...(['since', over ? 'ended' : 'due'] as const).map((key) => ({
            text: t(`dashboard:waits.${key}`),
            kind: 'date',
            sort: sorted(key),
          })),
        ],
        rows: found.rows.map((row) => ({ cells: cellsOf(row) })),
        empty: { title: t('dashboard:waits.none') },
      },
      pagination: neighbours(found, (at) => pathTo('waits', { ...query, ...at })),
    });

    function cellsOf(row: WaitLine) {
      const kind = kindOf(row.caseId);
      if (!kind) throw new RangeError(`A case of no kind: ${row.caseId}`);
      const name = caseName(world, units, { ...row, kind });
      return [
        { text: taskName(world.views.texts, row), href: caseAddress(row.caseId) },
        { text: units[row.department] ?? row.department, hint: t(`cases:capacities.${row.capacity}`) },
        { text: name.text, hint: [name.hint, row.number].filter((part) => part !== undefined).join('　') },
        { text: formatDate(row.since) },
        over
          ? {
              text: row.endedAt ? formatDate(row.endedAt) : t('dashboard:waits.notYet'),
              hint: row.due ? t('dashboard:waits.dueOn', { day: formatDate(row.due) }) : undefined,
            }
          : dueCell(world, row.due, row.pendingYear, days),
      ];
    }
  });
}
