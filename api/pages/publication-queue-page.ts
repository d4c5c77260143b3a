import { Router, type Request } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { Refusal } from '../../domain/refusal';
import { decideWithholding } from '../../domain/visit/acts/decide-withholding';
import { publishResult } from '../../domain/visit/acts/publish-result';
import { correctionsUnderway } from '../../services/queries/cases/corrections-underway';
import {
  publicationQueue,
  publicationTerms,
  queueColumns,
  queueChoices,
  type QueueFilter,
  type QueueLine,
} from '../../services/queries/cases/publication-queue';
import { seesAll } from '../../services/queries/cases/may-read-case';
import { stretchOf, type Placed } from '../../services/queries/ordered-list';
import { unitNames } from '../../services/queries/people/unit-names';
import { daysUntil } from '../../services/queries/registers/days-until';
import type { AppWorld } from '../app-world';
import type { FactsContext } from '../faces/facts';
import { personOf } from '../middleware/require-person';
import { caseAddress, pathTo, paths } from '../paths';
import type { Person } from '../person';
import { correctionWords } from './correction-words';
import { dueCell } from './due-cell';
import { asItems, filterSelect } from './filter-select';
import { frame, mayOpen } from './frame';
import { listFilter } from './list-filter';
import { neighbours, stretchFields, withPart } from './list-parts';
import { findRows, manyActOf } from './many/find-many';
import { nothingSent } from './many/read-many';
import { manyForm } from './many/show-many';
import { nameOfDay } from './name-of-day';
import { askedSort, sortField, sortLink } from './sorting';

const pageSize = 50;
/** Cases that one form looks through. */
const lookedThrough = 500;
const findings = ['adverse', 'other'] as const;
const word = z
  .string()
  .max(60)
  .optional()
  .catch(undefined)
  .transform((text) => text || undefined);
const Query = z.object({
  show: z.enum(['publish', 'withhold', 'all']).optional().catch(undefined),
  check: word,
  department: word,
  town: word,
  term: z.enum(publicationTerms).optional().catch(undefined),
  finding: z.enum(findings).optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});
type Query = z.infer<typeof Query>;

const heads: Record<(typeof queueColumns)[number], string> = {
  object: 'pages:visit.object',
  check: 'pages:queue.check',
  department: 'pages:visit.department',
  result: 'pages:visit.result',
  completedOn: 'pages:queue.completedOn',
  publication: 'pages:visit.publication',
  due: 'pages:visit.publishDue',
};

/** What may be done on many results of the queue, and by whom. */
const acts = {
  publish: { act: publishResult, capacity: 'departmentHandler', publication: 'awaiting' },
  withhold: { act: decideWithholding, capacity: 'departmentLeader', publication: 'withholdingProposed' },
} as const;

/**
 * 待公示结果, soonest term first: whoever publishes, or decides what is kept from the public, ticks here and opens in its
 * place what the public will see; the others read the list.
 */
export function publicationQueuePage(world: AppWorld): Router {
  const { t, formatDate, formatNumber } = world.views.texts;
  return Router().get(paths.publicationQueue, async (req, res) => {
    const person = personOf(req);
    if (!mayOpen(person, 'publicationQueue')) throw new Refusal('NOT_ENTITLED');
    const query = Query.parse(req.query);
    const filter = filterOf(query, shanghaiDay(world.now()));
    const [page, units, choices] = await Promise.all([
      frame(world, req, res, { title: t('pages:navigation.publicationQueue'), current: 'publicationQueue' }),
      unitNames(world.dataSource),
      queueChoices(world.dataSource, person),
    ]);
    const own = (['publish', 'withhold'] as const).filter((name) => mayDo(person, name));
    const counts = await Promise.all(own.map((name) => countOf(person, filter, name)));
    const show = query.show ?? own[counts.findIndex((count) => count > 0)] ?? 'all';
    const isAct = show !== 'all' && own.includes(show);
    res.render('publication-queue', {
      page,
      csrfToken: page.csrfToken,
      filter: filterForm(query, choices, units, seesAll(person)),
      filtered: Object.values(filter).some(Boolean),
      tabs:
        own.length > 0
          ? [
              ...own.map((name, index) => tab(name, t(`acts:${acts[name].act.name}.name`), counts[index])),
              tab('all', t('pages:queue.everything')),
            ]
          : undefined,
      ...(isAct ? await form(req, units, filter, show) : await list(req, units, filter, query)),
    });

    function tab(name: NonNullable<Query['show']>, text: string, count?: number) {
      const href = pathTo('publicationQueue', { ...query, after: undefined, before: undefined, show: name });
      return { text, href, count, current: name === show };
    }
  });

  function mayDo(person: Person, name: keyof typeof acts): boolean {
    return person.capacities.includes(acts[name].capacity);
  }

  async function countOf(person: Person, filter: QueueFilter, name: keyof typeof acts): Promise<number> {
    const { publication } = acts[name];
    const { total } = await stretchOf<QueueLine & Placed>(
      world.dataSource,
      publicationQueue(person, { ...filter, department: person.department, publication }),
      { size: 1 },
    );
    return total;
  }

  /** The results on which this person acts, with a tick each; what asks for more than a glance first. */
  async function form(
    req: Request,
    units: Record<string, string>,
    filter: QueueFilter,
    name: keyof typeof acts,
  ): Promise<object> {
    const person = personOf(req);
    const { act, publication } = acts[name];
    const queue = publicationQueue(person, { ...filter, department: person.department, publication });
    const { rows: lines, total } = await stretchOf<QueueLine & Placed>(world.dataSource, queue, {
      size: lookedThrough,
    });
    const context: FactsContext = { world, person, units, t };
    const found = manyActOf(act.name);
    const { rows: all } = await findRows(context, found, { numbers: lines.map(({ number }) => number) });
    const rows = all.filter(({ one }) => one.waits).slice(0, pageSize);
    const shown = { context, found, rows, all, total, sent: nothingSent() };
    return rows.length > 0 ? { form: await manyForm(world, shown) } : { empty: { title: t('pages:queue.empty') } };
  }

  async function list(req: Request, units: Record<string, string>, filter: QueueFilter, query: Query): Promise<object> {
    const { after, before } = query;
    const { after: _after, before: _before, ...asked } = query;
    const queue = publicationQueue(personOf(req), { ...filter, sort: askedSort(query.sort, queueColumns) });
    const found = await stretchOf<QueueLine & Placed>(world.dataSource, queue, { after, before, size: pageSize });
    const [days, underway] = await Promise.all([
      daysUntil(
        world.dataSource,
        found.rows.flatMap((row) => row.due ?? []),
        world.now(),
      ),
      correctionsUnderway(
        world.dataSource,
        found.rows.map(({ visitId }) => visitId),
      ),
    ]);
    return {
      total: withPart(world, t('pages:cases.total', { total: formatNumber(found.total) }), found),
      table: {
        id: 'queue',
        caption: t('pages:navigation.publicationQueue'),
        captionHidden: true,
        stacked: true,
        columns: queueColumns.map((column) => ({
          text: t(heads[column]),
          kind: column === 'completedOn' || column === 'due' ? 'date' : undefined,
          sort: sortLink(query.sort, column, (sort) => pathTo('publicationQueue', { ...asked, sort })),
        })),
        rows: found.rows.map((row) => ({
          cells: [
            {
              text: nameOfDay({ t }, row.object, row.objectNow),
              href: caseAddress(row.visitId),
              hint: row.coded ? undefined : t('registers:object.notReportable'),
            },
            { text: row.check },
            { text: units[row.department] ?? row.department },
            { text: t(`cases:codes.${row.code}`) },
            { text: formatDate(row.completedOn) },
            {
              lines: [
                t(`cases:publication.${row.publication}`),
                ...correctionWords(world.views.texts, underway, { visit: row.visitId, department: row.department }),
              ],
            },
            dueCell(world, row.due, row.pendingYear, days),
          ],
        })),
        empty: { title: t('pages:queue.empty') },
      },
      pagination: neighbours(found, (at) => pathTo('publicationQueue', { ...query, ...at })),
    };
  }

  function filterForm(
    query: Query,
    { checks, departments, towns }: Awaited<ReturnType<typeof queueChoices>>,
    units: Record<string, string>,
    ofAll: boolean,
  ) {
    const select = (
      name: 'check' | 'department' | 'town' | 'term' | 'finding',
      items: readonly { value: string; text: string }[],
    ) => filterSelect({ t }, { name, label: t(`pages:queue.filter.${name}`), items, chosen: query[name] });
    const fields = [
      select('check', checks),
      ...(ofAll
        ? [select('department', asItems(departments.map((code) => [code, units[code] ?? code] as const)))]
        : []),
      select('town', towns),
      select('term', asItems(publicationTerms.map((key) => [key, t(`pages:queue.terms.${key}`)] as const))),
      select('finding', asItems(findings.map((key) => [key, t(`pages:queue.findings.${key}`)] as const))),
    ];
    const { after: _after, before: _before, ...asked } = query;
    return {
      ...listFilter(world.views.texts, 'publicationQueue', { fields, query: asked }),
      clearHref: pathTo('publicationQueue', { show: query.show }),
    };
  }
}

function filterOf({ check, department, town, term, finding }: Query, today: string): QueueFilter {
  return { check, department, town, finding, ...(term && { term: { is: term, today } }) };
}
