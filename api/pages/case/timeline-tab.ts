import { Router } from 'express';
import { z } from 'zod';
import { processes } from '../../../domain/processes';
import { unitNames } from '../../../services/queries/people/unit-names';
import { claimEvents } from '../../../services/queries/cases/claim-events';
import { timeline, type TimelineEntry, type TimelineFilter } from '../../../services/queries/cases/timeline';
import { stretchOf, type Placed, type StretchOfList } from '../../../services/queries/ordered-list';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import type { Choices } from '../../faces/face';
import { caseAddress, pathTo, paths } from '../../paths';
import { readsHistories, type Person } from '../../person';
import { filterSelect } from '../filter-select';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { unitOfEntry } from '../unit-of-entry';
import { caseHead } from './case-head';
import { caseOf } from './case-of';
import { saidWords } from './said-words';

const actsOnPage = 100;
const inLine = 3;
const whoseActs = ['people', 'system'] as const;

const Query = z.object({
  by: z.enum(whoseActs).optional().catch(undefined),
  department: z.string().max(32).optional().catch(undefined),
  act: z.string().max(60).optional().catch(undefined),
  ...stretchFields,
});

/** 经过: every act of a case and its parts, with what was said; equal acts of one sitting are one line. */
export function timelineTab(world: AppWorld): Router {
  const { texts } = world.views;
  const { t, formatNumber } = texts;
  return Router().get(paths.caseTimeline, async (req, res) => {
    const { person, view } = await caseOf(world, req);
    const { after, before, ...query } = Query.parse(req.query);
    const asked = { by: query.by, department: query.department || undefined, act: query.act || undefined };
    const units = await unitNames(world.dataSource);
    const [head, entries, choices] = await Promise.all([
      caseHead(world, req, res, { person, view, tab: 'timeline' }),
      stretchOf<TimelineEntry & Placed>(world.dataSource, timeline(person, view.id, asked), {
        after,
        before,
        size: actsOnPage,
      }),
      faces[view.kind].choices({ world, person, units, t }, view),
    ]);
    const claims = await claimsBeside(person, view.id, asked, entries);
    const names: Choices = { ...choices, departments: Object.entries(units).map(([value, text]) => ({ value, text })) };
    const address = { ...req.params, ...query };
    res.render('case-timeline', {
      ...head,
      filtered: Object.values(asked).some(Boolean),
      filter: {
        action: caseAddress(view.id, 'caseTimeline'),
        clearHref: caseAddress(view.id, 'caseTimeline'),
        fields: [
          select(
            'by',
            whoseActs.map((value) => ({ value, text: t(`pages:timeline.by.${value}`) })),
            query.by,
          ),
          select(
            'department',
            processes[view.kind].readers(view.state).map((value) => ({ value, text: units[value] ?? value })),
            query.department,
          ),
          select(
            'act',
            processes[view.kind].acts.map(({ name }) => ({ value: name, text: t(`acts:${name}.name`) })),
            query.act,
          ),
        ],
      },
      part: [
        withPart(world, t('pages:case.acts', { total: formatNumber(entries.total) }), entries),
        ...(claims.length > 0 ? [t('pages:claims.beside', { count: claims.length })] : []),
      ].join(texts.marks.semicolon),
      pages: neighbours(entries, (at) => pathTo('caseTimeline', { ...address, ...at })),
      timeline: [...sittings(entries.rows).map((sitting) => item(sitting, entries.rows, names)), ...claims]
        // Of two at one moment the act stands first: it was sorted in as it came.
        .sort((one, other) => other.at.getTime() - one.at.getTime()),
      historyHref: readsHistories(person) ? `${caseAddress(view.id, 'caseHistory')}?payloads=text` : undefined,
    });

    function item(sitting: TimelineEntry[], all: TimelineEntry[], named: Choices) {
      const [entry] = sitting as [TimelineEntry];
      const said =
        sitting.length > 1
          ? []
          : saidWords(texts, entry, all.slice(all.indexOf(entry as TimelineEntry & Placed) + 1), named);
      const done = t(`acts:${entry.act}.done`);
      return {
        title: sitting.length > 1 ? t('pages:timeline.several', { done, count: sitting.length }) : done,
        kind: entry.capacity === 'system' ? 'system' : undefined,
        unit: unitOfEntry(world, units, entry),
        capacity: t(`cases:capacities.${entry.capacity}`),
        actor: entry.name ?? undefined,
        at: entry.at,
        reason: entry.reason ?? undefined,
        said: said.slice(0, inLine),
        more: said.slice(inLine),
        details: sitting.map(({ subjectId, leafHash }) => ({
          key: sitting.length > 1 ? (subjectId.split('/')[1] ?? '') : t('pages:timeline.leaf'),
          value: leafHash,
        })),
      };
    }
  });

  /**
   * Whose name was put on tasks of the reader's own unit, taken over, given back or ended, between the acts of this page: no
   * acts and not counted among them (docs/adr/0010).
   */
  async function claimsBeside(
    person: Person,
    caseId: string,
    asked: TimelineFilter,
    { rows, ahead, more }: StretchOfList<TimelineEntry & Placed>,
  ) {
    if (asked.by === 'system' || (asked.department ?? person.department) !== person.department) return [];
    const next = more
      ? await stretchOf<TimelineEntry & Placed>(world.dataSource, timeline(person, caseId, asked), {
          after: rows.at(-1)?.place,
          size: 1,
        })
      : undefined;
    const events = await claimEvents(world.dataSource, person, caseId, {
      from: next?.rows[0]?.at,
      to: ahead > 0 ? rows[0]?.at : undefined,
      act: asked.act,
    });
    const units = await unitNames(world.dataSource);
    return events.map(({ how, act, before, cases, department, name, at }) => ({
      title: [
        t(`pages:claims.told.${how}`, { act: t(`acts:${act}.name`), before }),
        cases > 1 ? texts.marks.brackets(t('pages:home.cases', { count: cases })) : '',
      ].join(''),
      kind: 'system',
      unit: units[department] ?? department,
      actor: name,
      at,
    }));
  }

  function select(name: string, items: { value: string; text: string }[], chosen: string | undefined) {
    return filterSelect(texts, { name, label: t(`pages:timeline.filter.${name}`), items, chosen });
  }
}

/** Acts one after another that one person did alike on several parts, as in a batch. */
function sittings(entries: TimelineEntry[]): TimelineEntry[][] {
  const sitting: TimelineEntry[][] = [];
  for (const entry of entries) {
    const last = sitting.at(-1);
    const [first] = last ?? [];
    const alike =
      first &&
      first.act === entry.act &&
      first.account === entry.account &&
      first.reason === entry.reason &&
      first.at.getTime() - entry.at.getTime() < sittingMs &&
      !last?.some(({ subjectId }) => subjectId === entry.subjectId);
    if (alike) last?.push(entry);
    else sitting.push([entry]);
  }
  return sitting;
}

const sittingMs = 10 * 60_000;
