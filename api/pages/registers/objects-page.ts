import { Router } from 'express';
import { z } from 'zod';
import { propose } from '../../../domain/joint-check/acts/propose';
import { objectKinds, riskClasses } from '../../../domain/joint-check/scheme';
import { firmNotDrawable } from '../../../domain/registers/not-drawable';
import { objectStatuses } from '../../../domain/registers/object-dictionary';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { objectColumns, objectsOf, type ObjectLine } from '../../../services/queries/registers/list-objects';
import { divisionOptions } from '../../../services/queries/registers/scope-options';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { drawableRow, whyNotDrawn } from './not-drawable-words';
import { loadField } from './load-field';
import { openPage } from './open-page';
import { registerActor } from './register-actor';
import { filterSelect } from '../filter-select';
import { listFilter } from '../list-filter';
import { askedSort, sortField, sortLink } from '../sorting';

const pageSize = 50;
const Query = z.object({
  text: z.string().trim().max(100).optional().catch(undefined),
  kind: z.enum(objectKinds).optional().catch(undefined),
  division: z
    .string()
    .regex(/^\d{6,12}$/)
    .optional()
    .catch(undefined),
  riskClass: z.enum(riskClasses).optional().catch(undefined),
  status: z.enum(objectStatuses).optional().catch(undefined),
  code: z.enum(['none']).optional().catch(undefined),
  tag: z.string().trim().max(40).optional().catch(undefined),
  load: z.uuid().optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});

/** 检查对象名录库: every firm of the register, found by name, code, kind, town and risk; the filters stand in the address. */
export function objectsPage(world: AppWorld): Router {
  const { t, formatDate, formatNumber } = world.views.texts;
  return Router().get(paths.objects, async (req, res) => {
    const person = openPage(req, 'objects');
    const { after, before, ...filter } = Query.parse(req.query);
    const list = objectsOf(person, {
      ...filter,
      tag: filter.tag || undefined,
      sort: askedSort(filter.sort, objectColumns),
    });
    const sorted = (sort: string) => pathTo('objects', { ...filter, sort });
    const found = await stretchOf<ObjectLine & Placed>(world.dataSource, list, { after, before, size: pageSize });
    const divisions = await divisionOptions(world.dataSource);
    const select = (
      name: 'kind' | 'division' | 'riskClass' | 'status' | 'code',
      items: { value: string; text: string }[],
    ) => filterSelect(world.views.texts, { name, label: t(`registers:object.${name}`), items, chosen: filter[name] });
    const title = t('pages:navigation.objects');
    const page = await frame(world, req, res, { title, current: 'objects' });
    const fields = [
      {
        widget: 'text',
        id: 'text',
        name: 'text',
        label: { text: t('registers:object.search') },
        value: filter.text,
      },
      { widget: 'text', id: 'tag', name: 'tag', label: { text: t('registers:object.tags') }, value: filter.tag },
      select(
        'kind',
        objectKinds.map((value) => ({ value, text: t(`cases:objectKinds.${value}`) })),
      ),
      select(
        'division',
        divisions.map(({ code, name }) => ({ value: code, text: name })),
      ),
      select(
        'riskClass',
        riskClasses.map((value) => ({ value, text: t(`cases:riskClasses.${value}`) })),
      ),
      select(
        'status',
        objectStatuses.map((value) => ({ value, text: t(`registers:values.status.${value}`) })),
      ),
      select('code', [{ value: 'none', text: t('registers:object.withoutCode') }]),
    ];
    res.render('register-list', {
      page,
      title,
      note:
        filter.load && !filter.tag && registerActor(person, 'object.load') && found.total > 0
          ? t('registers:load.toTag')
          : undefined,
      filter: listFilter(world.views.texts, 'objects', {
        fields,
        query: filter,
        besides: await loadField(world, 'objects', filter.load),
      }),
      total: withPart(world, t('registers:object.total', { total: formatNumber(found.total) }), found),
      table: {
        id: 'objects',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: ([...objectColumns, 'lastCheckedOn'] as const).map((key) => ({
          text: t(`registers:object.${key}`),
          sort: key === 'lastCheckedOn' ? undefined : sortLink(filter.sort, key, sorted),
          kind: key === 'lastCheckedOn' ? 'date' : key === 'code' ? 'code' : undefined,
        })),
        rows: found.rows.map((row) => ({
          cells: [
            { text: row.name, href: pathTo('object', { id: row.id }) },
            { text: row.uscc ?? row.registrationNo ?? '' },
            { text: t(`cases:objectKinds.${row.kind}`) },
            { text: row.divisionName ?? '' },
            { text: row.riskClass ? t(`registers:values.risk_class.${row.riskClass}`) : '—' },
            {
              tag: {
                text: t(`registers:values.status.${row.status}`),
                status: row.status === 'active' ? 'active' : 'inactive',
              },
              links: whyNot(row),
            },
            { text: formatDate(row.lastCheckedOn) || '—' },
          ],
        })),
        empty: { title: t('registers:object.empty'), text: t('registers:emptyNext') },
      },
      pagination: neighbours(found, (at) => pathTo('objects', { ...filter, ...at })),
      links: [
        ...(registerActor(person, 'object.load')
          ? [
              { text: t('registers:object.one.title'), href: paths.objectNew },
              { text: t('registers:object.load'), href: paths.objectsLoad },
            ]
          : []),
        ...(filter.tag && person.capacities.includes('departmentHandler')
          ? [
              {
                text: t('registers:object.proposeWithTag', { tag: filter.tag }),
                href: pathTo('caseNew', { act: propose.name, tag: filter.tag }),
              },
            ]
          : []),
      ],
    });
  });
  /** That no draw takes a firm, and why; it leads to where its page says so. */
  function whyNot(row: ObjectLine) {
    const why = whyNotDrawn(t, firmNotDrawable(row));
    return (
      why && [{ text: why, href: `${pathTo('object', { id: row.id })}#${drawableRow}`, visuallyHiddenText: row.name }]
    );
  }
}
