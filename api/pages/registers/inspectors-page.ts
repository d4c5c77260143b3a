import { Router } from 'express';
import { z } from 'zod';
import { dutyStatuses } from '../../../domain/registers/inspector-dictionary';
import { seesAll } from '../../../services/queries/cases/may-read-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import {
  inspectorColumns,
  inspectorsOf,
  type InspectorLine,
} from '../../../services/queries/registers/list-inspectors';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { officerNotDrawable } from '../../../domain/registers/not-drawable';
import { loadField } from './load-field';
import { openPage } from './open-page';
import { registerActor } from './register-actor';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { asItems, filterSelect } from '../filter-select';
import { listFilter } from '../list-filter';
import { askedSort, sortField, sortLink } from '../sorting';

const pageSize = 50;
const Query = z.object({
  text: z.string().trim().max(100).optional().catch(undefined),
  department: z.string().max(16).optional().catch(undefined),
  dutyStatus: z.enum(dutyStatuses).optional().catch(undefined),
  available: z.enum(['yes', 'no']).optional().catch(undefined),
  load: z.uuid().optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});

/** 执法检查人员名录库: the own department's officers, or all for the office and supervisors. */
export function inspectorsPage(world: AppWorld): Router {
  const { t, marks, formatDate, formatNumber } = world.views.texts;
  return Router().get(paths.inspectors, async (req, res) => {
    const person = openPage(req, 'inspectors');
    const { after, before, ...filter } = Query.parse(req.query);
    const units = await unitNames(world.dataSource);
    const today = shanghaiDay(world.now());
    const list = inspectorsOf(person, {
      text: filter.text,
      department: filter.department || undefined,
      dutyStatus: filter.dutyStatus,
      available: filter.available && filter.available === 'yes',
      load: filter.load,
      today,
      sort: askedSort(filter.sort, inspectorColumns),
    });
    const sorted = (sort: string) => pathTo('inspectors', { ...filter, sort });
    const found = await stretchOf<InspectorLine & Placed>(world.dataSource, list, { after, before, size: pageSize });
    const select = (name: 'department' | 'dutyStatus' | 'available', items: [string, string][]) =>
      filterSelect(world.views.texts, {
        name,
        label: t(`registers:inspector.${name}`),
        items: asItems(items),
        chosen: filter[name],
      });
    const everybody = seesAll(person);
    const title = t('pages:navigation.inspectors');
    const page = await frame(world, req, res, { title, current: 'inspectors' });
    const fields = [
      {
        widget: 'text',
        id: 'text',
        name: 'text',
        label: { text: t('registers:inspector.search') },
        value: filter.text,
      },
      ...(everybody ? [select('department', Object.entries(units))] : []),
      select(
        'dutyStatus',
        dutyStatuses.map((value) => [value, t(`registers:values.duty_status.${value}`)]),
      ),
      select('available', [
        ['yes', t('registers:yes')],
        ['no', t('registers:no')],
      ]),
    ];
    res.render('register-list', {
      page,
      title,
      filter: listFilter(world.views.texts, 'inspectors', {
        fields,
        query: filter,
        besides: await loadField(world, 'inspectors', filter.load),
      }),
      total: withPart(world, t('registers:inspector.total', { total: formatNumber(found.total) }), found),
      table: {
        id: 'inspectors',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [
          'name',
          ...(everybody ? ['department'] : []),
          'staffNo',
          'certificate',
          'qualifications',
          'dutyStatus',
          'available',
        ].map((key) => ({
          text: t(`registers:inspector.${key}`),
          kind: key === 'staffNo' ? 'code' : undefined,
          classes: key === 'certificate' ? 'app-table__words' : undefined,
          sort: inspectorColumns.some((column) => column === key) ? sortLink(filter.sort, key, sorted) : undefined,
        })),
        rows: found.rows.map((row) => ({
          cells: [
            { text: row.name, href: pathTo('inspector', { id: row.id }) },
            ...(everybody
              ? [
                  {
                    text: units[row.department] ?? row.department,
                    hint: row.unit === units[row.department] ? undefined : row.unit,
                  },
                ]
              : []),
            { text: row.staffNo },
            {
              lines: row.certificates.map((certificate) =>
                t('registers:inspector.until', { no: certificate.no, day: formatDate(certificate.expiresOn) }),
              ),
            },
            { text: row.qualifications.join(marks.list) || '—' },
            { text: t(`registers:values.duty_status.${row.dutyStatus}`) },
            {
              tag: {
                text: t(row.available ? 'registers:inspector.drawable' : 'registers:inspector.notDrawable'),
                status: row.available ? 'active' : 'inactive',
              },
              hint: whyNot(row, today),
            },
          ],
        })),
        empty: { title: t('registers:inspector.empty'), text: t('registers:emptyNext') },
      },
      pagination: neighbours(found, (at) => pathTo('inspectors', { ...filter, ...at })),
      links: registerActor(person, 'inspector.load')
        ? [
            { text: t('registers:inspector.one.title'), href: paths.inspectorNew },
            { text: t('registers:inspector.load'), href: paths.inspectorsLoad },
          ]
        : [],
    });
  });
  function whyNot(row: InspectorLine, today: string): string | undefined {
    const reasons = officerNotDrawable(row, today);
    return reasons.length > 0 ? reasons.map((reason) => t(`cases:exclusions.${reason}`)).join(marks.list) : undefined;
  }
}
