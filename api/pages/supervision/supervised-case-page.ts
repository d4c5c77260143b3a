import { Router } from 'express';
import { z } from 'zod';
import { shanghaiTime } from '../../../domain/calendar/shanghai-time';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Refusal } from '../../../domain/refusal';
import { showCase } from '../../../services/queries/cases/show-case';
import { wholeTimeline, type WholeEntry } from '../../../services/queries/cases/whole-timeline';
import { stretchOf, wholeList, type Placed, type Stretch } from '../../../services/queries/ordered-list';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { caseAddress, pathTo, paths } from '../../paths';
import type { Batches } from '../../send-list';
import { dueText } from '../due-cell';
import { daysUntil } from '../../../services/queries/registers/days-until';
import { unitOfEntry } from '../unit-of-entry';
import { frame } from '../frame';
import { taskName } from '../task-name';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { fact } from '../registers/fact';
import { mishapItems } from './mishap-items';
import { openingItems } from './opening-items';
import { filteredNames } from '../../file-names';
import { sendTable, type TableLine } from './send-table';
import { runsOnPage, stepItems, type StepItem } from './step-items';
import { stepsOfPage } from './steps-of-page';
import { supervisingReader } from './supervising-reader';

const pageSize = 100;
const columns = ['act', 'subject', 'number', 'department', 'capacity', 'actor', 'reason', 'leaf'] as const;
const shows = ['all', 'acts', 'steps'] as const;
const Query = z.object({
  show: z.enum(shows).catch('all'),
  format: z.enum(['csv', 'json']).optional().catch(undefined),
  ...stretchFields,
});

/** One timeline of a case with all that grew out of it, in plain words; beside it the raw history of the engine. */
export function supervisedCasePage(world: AppWorld): Router {
  const { t, has, formatNumber, formatDate, formatDateTime } = world.views.texts;
  return Router().get(paths.supervisedCase, async (req, res) => {
    const reader = supervisingReader(req);
    const kind = String(req.params['kind']);
    const number = String(req.params['number']);
    const id = `${kind}/${number}`;
    const view = await showCase(world.dataSource, reader, id);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
    const { after, before, format, show } = Query.parse(req.query);
    const list = wholeTimeline(reader, id);
    const units = await unitNames(world.dataSource);
    const read =
      show === 'acts' ? { steps: [], more: false } : await stepItems(world, id, format ? undefined : runsOnPage);
    const steps = read?.steps;
    const mishaps =
      show === 'acts'
        ? []
        : newestFirst((await Promise.all([mishapItems(world, id, units), openingItems(world, id, units)])).flat());
    if (format) {
      // A file that lacks the steps would be read as if there were none.
      if (!steps) throw new Refusal('ENGINE_UNREACHABLE');
      const acts = show === 'steps' ? [] : wholeList<WholeEntry & Placed>(world.dataSource, list);
      const file = {
        format,
        title: `${number}-${t('files:timeline')}-${shanghaiDay(world.now())}`,
        plainTitle: `timeline-${kind}-${number}`,
        line: (row: WholeEntry | StepItem) => ('subjectId' in row ? exported(row) : exportedStep(row)),
      };
      const named = filteredNames(world.views.texts, file, show !== 'all');
      return sendTable(world, req, res, named, amongThem(acts, newestFirst([...steps, ...mishaps])));
    }
    const acts = (stretch: Stretch) => stretchOf<WholeEntry & Placed>(world.dataSource, list, stretch);
    const found =
      show === 'steps' ? { rows: [], total: 0, ahead: 0, more: false } : await acts({ after, before, size: pageSize });
    const { rows: entries, total } = found;
    const [next] = found.more ? (await acts({ after: entries.at(-1)?.place, size: 1 })).rows : [];
    const shown = stepsOfPage([...(steps ?? []), ...mishaps], found.ahead === 0 ? undefined : entries[0], next);

    const title =
      view.title === view.number ? `${t(`cases:kinds.${view.kind}`)} ${view.object ?? view.number}` : view.title;
    const days = await daysUntil(
      world.dataSource,
      view.waiting.flatMap((party) => party.due ?? []),
      world.now(),
    );
    const reads = personOf(req).capacities.includes('supervisor');
    const page = await frame(world, req, res, {
      title,
      current: 'supervision',
      breadcrumbs: [{ text: t('pages:navigation.supervision'), href: paths.supervision }, { text: view.number }],
    });
    res.render('supervision-case', {
      page,
      title,
      rows: [
        fact(t('supervision:number'), view.number),
        {
          key: { text: t('supervision:stage') },
          value: { tag: { text: t(`cases:stages.${view.kind}.${view.stage}`), status: view.stage } },
        },
        fact(t('supervision:stageSince'), formatDateTime(view.stageSince)),
        fact(t('supervision:openedAt'), formatDateTime(view.openedAt)),
        fact(
          t('supervision:waiting'),
          view.waiting.map((party) =>
            t(party.due || party.pendingYear ? 'supervision:waitsUntil' : 'supervision:waits', {
              who: `${units[party.department] ?? party.department} ${t(`cases:capacities.${party.capacity}`)}`,
              act: taskName(world.views.texts, party),
              since: formatDate(party.since),
              due: dueText(world.views.texts, party.due, party.pendingYear, days),
            }),
          ),
        ),
      ],
      links: [
        ...(reads ? [{ text: t('supervision:toCase'), href: caseAddress(id) }] : []),
        ...(view.parent
          ? [{ text: t('supervision:toParent'), href: pathTo('supervisedCase', parts(view.parent)) }]
          : []),
        { text: t('supervision:readableHistory'), href: `${caseAddress(id, 'caseHistory')}?payloads=text` },
        { text: t('supervision:rawHistory'), href: caseAddress(id, 'caseHistory') },
      ],
      total: withPart(
        world,
        t(show === 'steps' ? 'supervision:stepEntries' : 'supervision:entries', {
          total: formatNumber(show === 'steps' ? shown.length : total),
        }),
        found,
      ),
      notice: t(
        read
          ? read.more
            ? 'supervision:stepsOfRuns'
            : 'supervision:stepsOfCase'
          : show === 'steps'
            ? 'supervision:stepsUnreachable'
            : 'supervision:unreachable',
        { runs: runsOnPage },
      ),
      filter: {
        action: pathTo('supervisedCase', { kind, number }),
        clearHref: pathTo('supervisedCase', { kind, number }),
        fields: [
          {
            widget: 'select',
            id: 'show',
            name: 'show',
            label: { text: t('supervision:show') },
            items: shows.map((value) => ({ value, text: t(`supervision:shows.${value}`), selected: value === show })),
          },
        ],
      },
      downloads: (['csv', 'json'] as const).map((form) => ({
        text: t(`supervision:${form}`),
        href: pathTo('supervisedCase', { kind, number, show, format: form }),
      })),
      timeline: newestFirst([...entries.map((entry) => item(entry)), ...shown]),
      pagination: neighbours(found, (at) => pathTo('supervisedCase', { kind, number, show, ...at })),
    });

    function item(entry: WholeEntry) {
      const own = entry.subjectId === id;
      return {
        title: own ? said(entry) : t('supervision:of', { done: said(entry), subject: subjectOf(entry) }),
        href: own ? undefined : pathTo('supervisedCase', parts(entry.subjectId)),
        unit: unitOfEntry(world, units, entry),
        capacity: t(`cases:capacities.${entry.capacity}`),
        actor: entry.name ?? undefined,
        at: entry.at,
        reason: entry.reason ?? undefined,
        details: [{ key: t('pages:timeline.leaf'), value: entry.leafHash }],
      };
    }

    function exported(entry: WholeEntry): TableLine {
      return line({
        at: entry.at,
        act: said(entry),
        subject: subjectOf(entry),
        number: entry.subjectId.split('/')[1],
        department: unitOfEntry(world, units, entry) ?? entry.department,
        capacity: t(`cases:capacities.${entry.capacity}`),
        actor: entry.name,
        reason: entry.reason,
        leaf: entry.leafHash,
      });
    }
  });

  function exportedStep({ at, title, unit, capacity, actor, reason }: StepItem): TableLine {
    return line({ at, act: title, department: unit, capacity, actor, reason });
  }

  /** A row of the file: every row has every column. */
  function line({ at, ...values }: { at: Date } & Partial<Record<(typeof columns)[number], string | null>>): TableLine {
    return {
      [t('supervision:at')]: shanghaiTime(at),
      ...Object.fromEntries(columns.map((column) => [t(`supervision:${column}`), values[column] ?? ''])),
    };
  }

  function said(entry: WholeEntry): string {
    return has(`acts:${entry.act}.done`) ? t(`acts:${entry.act}.done`) : entry.act;
  }

  function subjectOf(entry: WholeEntry): string {
    return `${t(`cases:kinds.${entry.kind}`)} ${entry.title || (entry.subjectId.split('/')[1] ?? '')}`;
  }
}

function newestFirst<T extends { at: Date }>(items: T[]): T[] {
  return items.sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** Acts and steps as one list, newest first; an act stands before the step of the same moment. */
async function* amongThem(acts: Batches<WholeEntry>, steps: StepItem[]): AsyncGenerator<(WholeEntry | StepItem)[]> {
  const rest = [...steps];
  for await (const entries of acts)
    yield entries.flatMap((entry) => {
      const later = rest.findIndex(({ at }) => at <= entry.at);
      return [...rest.splice(0, later < 0 ? rest.length : later), entry];
    });
  yield rest;
}

function parts(id: string): { kind: string; number: string } {
  const [kind = '', number = ''] = id.split('/');
  return { kind, number };
}
