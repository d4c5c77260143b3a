import type { Request, Response } from 'express';
import { lastActsOf, type LastAct } from '../../../services/queries/cases/last-act';
import { daysUntil } from '../../../services/queries/registers/days-until';
import type { Series } from '../../../services/queries/series/find-series';
import type { AppWorld } from '../../app-world';
import { packed } from '../../conflicts/packed';
import type { FactsContext } from '../../faces/facts';
import { formModel } from '../../forms/form-model';
import { caseAddress, pathTo, paths } from '../../paths';
import { dueCell } from '../due-cell';
import { frame } from '../frame';
import { refusalWords } from '../refusal-words';
import { Refusal } from '../../../domain/refusal';
import type { FoundRow, ManyAct } from './find-many';
import { groupedErrors } from './grouped-errors';
import { inRow, openedRow } from './opened-row';
import { freshRow, type SentMany, type SentRow } from './read-many';
import { seriesFigures } from './series-words';
import { rowChanges } from './stale-row';

export interface ManyShown {
  context: FactsContext;
  found: ManyAct;
  /** Number of the case that the list is limited to. */
  within?: string;
  /** The rows of this page. */
  rows: FoundRow[];
  /** Of these the page shows the first. */
  all: FoundRow[];
  total: number;
  sent: SentMany;
  /** Why a row was not sent, or not taken, by number of its case. */
  errors?: ReadonlyMap<string, string>;
  noneChosen?: boolean;
  /** The only row whose contents the page's script asks for. */
  only?: string;
  /** After an attempt: what it has done, how many cases wait besides, and how far all that was chosen has come. */
  outcome?: { done: { one: FoundRow['one']; back: boolean }[]; rest: number; figures?: string };
  /** What this person sent of this act before and is not done. */
  unfinished?: Series[];
}

/** The list of cases with a tick each; after an attempt what it has done, and those that are left. */
export async function showMany(
  world: AppWorld,
  req: Request,
  res: Response,
  shown: ManyShown,
  status = 200,
): Promise<void> {
  const { t } = world.views.texts;
  const { found, within, rows, sent, outcome } = shown;
  const { act } = found;
  const name = t(`acts:${act.name}.name`);
  const form = await manyForm(world, shown);
  const title = t(outcome ? 'pages:many.resultTitle' : 'pages:many.title', { act: name });
  const page = await frame(world, req, res, {
    title,
    current: 'home',
    hasErrors: form.errorList !== undefined,
    breadcrumbs: [{ text: t('pages:navigation.home'), href: paths.home }, { text: name }],
  });
  const again = pathTo('manyActs', { act: act.name, within });
  res.status(status).render('many-acts', {
    page,
    title,
    intro: outcome ? undefined : t(`acts:${act.name}.intro`),
    ...form,
    csrfToken: page.csrfToken,
    outcome: outcome && {
      done: outcome.done.map(({ one, back }) => ({
        text: one.object ?? one.parentTitle ?? one.title,
        href: caseAddress(one.id),
        what: back ? t('pages:many.sentBack') : undefined,
      })),
      doneText: t('pages:many.done', { act: name, count: outcome.done.length }),
      figures: outcome.figures,
      leftText: rows.length > 0 ? t('pages:many.left', { count: rows.length }) : undefined,
      next: outcome.rest > 0 ? { text: t('pages:many.rest', { count: outcome.rest }), href: again } : undefined,
      home: { text: t('pages:many.backHome'), href: paths.home },
    },
    checks: outcome || sent.rows.size > 0 ? [] : checksOf(shown),
    unfinished: shown.unfinished?.map((series) => ({
      text: t('pages:series.unfinished', {
        at: world.views.texts.formatDateTime(series.sentAt),
        figures: seriesFigures(world.views.texts, series),
      }),
      href: pathTo('manyActs', { act: act.name, series: series.id }),
    })),
    empty: outcome
      ? undefined
      : { title: t('pages:many.nothing', { act: name }), next: { text: t('pages:many.backHome'), href: paths.home } },
  });
}

/** The form of such a list, for whatever page it stands on: rows, ticks, tools, and what is wrong with what was sent. */
export async function manyForm(world: AppWorld, shown: ManyShown) {
  const { t } = world.views.texts;
  const { found, within, all, total, sent, outcome } = shown;
  const rows = grouped(shown.rows);
  const { act, many } = found;
  const errors = shown.errors ?? new Map<string, string>();
  const shared = sharedFields(world, shown);
  const wrong = groupedErrors(world.views.texts, rows, errors, sent, shared[0]?.id);
  const errorList = shown.noneChosen ? [{ text: t('pages:many.noneChosen'), href: '#many' }] : wrong.errorList;
  const days = await daysUntil(
    world.dataSource,
    rows.flatMap(({ one }) => one.due ?? []),
    world.now(),
  );
  const again = pathTo('manyActs', { act: act.name, within });
  const tickable = rows.filter((row) => mayTick(row, sent.rows.get(row.one.number))).length;
  // Whose act it was that left nothing to do is said of the rows that were chosen.
  const lastActs = await lastActsOf(
    world.dataSource,
    shown.context.person.department,
    rows.flatMap(({ one, obstacle }) => (obstacle && errors.has(one.number) ? [one.id] : [])),
  );
  return {
    series: sent.series,
    progressHref: pathTo('manyActs', { act: act.name, series: sent.series }),
    layAside: outcome && rows.length > 0 ? t('pages:series.layAside') : undefined,
    errorList: errorList.length > 0 ? errorList : undefined,
    waiting:
      outcome || rows.length === 0
        ? undefined
        : t(all.length > rows.length || total > rows.length ? 'pages:many.waitingPart' : 'pages:many.waiting', {
            total,
            shown: rows.length,
          }),
    action: again,
    shared: shared.map((field) => ({
      ...field,
      errorMessage: wrong.atShared ? { text: wrong.atShared } : undefined,
    })),
    look: many.inRow ? t('pages:many.look') : undefined,
    tickAll: tickable > 1 ? t('pages:many.tickAll', { count: tickable }) : undefined,
    submitText: outcome ? t('pages:many.again') : t('pages:many.submit', { act: t(`acts:${act.name}.button`) }),
    cancel: { text: t('pages:act.cancel'), href: paths.home },
    columns: [
      ...many.columns.map((key) => t(key)),
      ...ofSchema(world, act, many.inRow ?? [], {}).map(({ label }) => label?.text ?? ''),
      t('pages:home.due'),
    ],
    rows: await Promise.all(
      rows.map(async (row, index) => ({
        ...(await rowView(world, shown, row, { error: wrong.inRows.get(row.one.number), days })),
        news: newsOf(lastActs[row.one.id]),
        heading: headingOf(row, rows[index - 1]),
      })),
    ),
  };

  function newsOf(last: LastAct | undefined): string | undefined {
    if (!last) return undefined;
    const by = t('conflicts:by', {
      name: last.name ?? t('cases:capacities.system'),
      at: world.views.texts.formatDateTime(last.at),
    });
    return t('pages:many.lastAct', { done: t(`acts:${last.act}.done`), by });
  }

  function headingOf({ line }: FoundRow, before: FoundRow | undefined): string | undefined {
    if (line.group === undefined || line.group === before?.line.group) return undefined;
    const count = rows.filter((other) => other.line.group === line.group).length;
    return t('pages:many.groupOf', { group: line.group, count });
  }
}

/** Rows that stand together, the groups by their names; within each as they came. */
function grouped(rows: readonly FoundRow[]): FoundRow[] {
  const names = new Intl.Collator('zh-CN');
  return [...rows].sort((a, b) => names.compare(a.line.group ?? '', b.line.group ?? ''));
}

async function rowView(
  world: AppWorld,
  { context, found, sent, only }: ManyShown,
  row: FoundRow,
  { error, days }: { error: string | undefined; days: Record<string, number | undefined> },
) {
  const { t, formatDateTime } = world.views.texts;
  const { one, line, version, openedAt, obstacle } = row;
  const said: SentRow = sent.rows.get(one.number) ?? freshRow(version);
  const object = line.cells[0]?.text ?? one.title;
  const wanted = said.opened && (only === undefined || only === one.number);
  const opened = wanted ? await openedRow(context, found, row, said) : undefined;
  const { act, back } = found;
  const isStale = said.since !== undefined;
  const mustOpen = (line.readFirst || isStale) && !openedAt;
  const changes = isStale ? await rowChanges(context, found, row, said.since ?? version) : [];
  return {
    since: said.since,
    kept: said.kept && packed(said.kept),
    stale: isStale ? t(changes.length > 0 ? 'pages:many.changed' : 'pages:many.changedUnsaid') : undefined,
    changes,
    number: one.number,
    id: `row-${one.number}`,
    name: `rows[${one.number}]`,
    submission: said.submission,
    version: said.version,
    cells: line.cells.slice(1).map((cell, index) => {
      const key = found.many.columns[index + 1] ?? '';
      return { label: t(key), isDate: found.many.dates?.includes(key), isWide: found.many.wide?.includes(key), cell };
    }),
    first: line.cells[0],
    fields: rowFields(world, found, one.number, said).map((field) => ({ field, marks: line.marks })),
    due: { label: t('pages:home.due'), cell: dueCell(world, one.due, one.pendingYear, days) },
    adverse: line.adverse,
    obstacle:
      obstacle && !error && refusalWords(world, new Refusal(obstacle, { act: act.name, stage: one.state.stage })),
    gone: obstacle !== undefined,
    tick: { checked: said.ticked, label: t('pages:many.select', { object }), mustOpen },
    openFirst: mustOpen && !obstacle ? t(`pages:many.${isStale ? 'openAgain' : 'openFirst'}`) : undefined,
    openedAt: openedAt && t('pages:many.openedAt', { at: formatDateTime(openedAt) }),
    open: { value: `open:${one.number}`, text: t('pages:many.open'), label: t('pages:many.openLabel', { object }) },
    isOpened: said.opened,
    opened: opened && {
      ...opened,
      title: t('pages:many.opened', { object }),
      back:
        back && !obstacle
          ? {
              checked: said.back,
              text: back.name === act.name ? t('pages:many.back') : t(`acts:${back.name}.button`),
              reason: said.reason,
              reasonLabel: t('pages:many.reason'),
            }
          : undefined,
    },
    error,
  };
}

function mayTick({ line, openedAt, obstacle }: FoundRow, said: SentRow | undefined): boolean {
  return !obstacle && (openedAt !== undefined || (!line.readFirst && said?.since === undefined));
}

/** The fields that stand in the row itself, without a label of their own: the column has it. */
function rowFields(world: AppWorld, { act, many }: ManyAct, number: string, said: SentRow) {
  return ofSchema(world, act, many.inRow ?? [], said.values)
    .map((field) => inRow(field, number))
    .map((field) => ({
      ...field,
      hint: undefined,
      label: { text: field.label?.text ?? '', classes: 'govuk-visually-hidden' },
    }));
}

function sharedFields(world: AppWorld, { found: { act, many }, sent }: ManyShown) {
  return ofSchema(world, act, many.inRow ?? [], sent.shared).map((field) => ({
    ...field,
    id: `shared-${field.id}`,
    name: `shared[${field.name}]`,
    label: { text: world.views.texts.t('pages:many.forAll', { field: field.label?.text ?? '' }) },
    hint: { text: world.views.texts.t('pages:many.forAllHint') },
  }));
}

function ofSchema(world: AppWorld, act: ManyAct['act'], names: readonly string[], values: Record<string, unknown>) {
  return formModel({
    schema: act.input,
    act: act.name,
    texts: world.views.texts,
    values,
    without: Object.keys(act.input.shape).filter((name) => !names.includes(name)),
  });
}

/** The checks, or visits, that these cases belong to, each as a link to its own; nothing where they are all of one. */
function checksOf({ context: { t }, found, within, all }: ManyShown) {
  if (within) return [{ text: t('pages:many.all'), href: pathTo('manyActs', { act: found.act.name }) }];
  const counts = new Map<string, { title: string; count: number }>();
  for (const { one } of all) {
    if (!one.parentNumber) continue;
    const known = counts.get(one.parentNumber);
    counts.set(one.parentNumber, { title: one.parentTitle ?? one.parentNumber, count: (known?.count ?? 0) + 1 });
  }
  if (counts.size < 2) return [];
  return [...counts].map(([number, { title, count }]) => ({
    text: t('pages:many.ofCheck', { check: title, count }),
    href: pathTo('manyActs', { act: found.act.name, within: number }),
  }));
}
