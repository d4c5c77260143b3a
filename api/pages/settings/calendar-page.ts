import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { CalendarPublication } from '../../../domain/registers/calendar-publication';
import { Refusal } from '../../../domain/refusal';
import { unitNames } from '../../../services/queries/people/unit-names';
import { calendarPreview, type CalendarPreview } from '../../../services/queries/registers/calendar-preview';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { showCalendar, type CalendarYearView } from '../../../services/queries/registers/show-calendar';
import { rowChanges } from '../../../services/queries/registers/row-changes';
import { publishCalendar } from '../../../services/registers/publish-calendar';
import type { AppWorld } from '../../app-world';
import { openedIn, readConflict } from '../../conflicts/conflict-answer';
import { packed } from '../../conflicts/packed';
import type { Conflict } from '../../conflicts/show-conflict';
import { submissionOf } from '../../forms/submission-of';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { fact } from '../registers/fact';
import { historyItems } from '../registers/history-items';
import { openPage } from '../registers/open-page';
import { registerActor } from '../registers/register-actor';
import { rowWords } from '../registers/row-words';
import { refusalWords } from '../refusal-words';
import { calendarBody, CalendarSides, showCalendarConflict, sidesOf, standingBeside } from './calendar-conflict';
import { calendarFields, readCalendarForm, type CalendarForm } from './calendar-form';
import { writeCalendarLines } from './calendar-lines';
import { differenceTable, movedTable } from './calendar-preview-tables';

const act = 'calendar.publish';
const Versions = z.record(z.string().regex(/^\d{4}$/), z.int().min(0));

/** The working-day calendar, changed by the difference that a notice makes: written, read over with the terms that move, saved. */
export function calendarPage(world: AppWorld): Router {
  const { t, formatDate } = world.views.texts;
  return Router()
    .get(paths.calendar, async (req, res) => {
      openPage(req, 'settings');
      const asked = typeof req.query['year'] === 'string' ? req.query['year'] : shanghaiDay(world.now()).slice(0, 4);
      await showForm(req, res, asked);
    })
    .post(paths.calendar, async (req, res) => {
      const actor = registerActor(openPage(req, 'settings'), act);
      if (!actor) throw new Refusal('NOT_ENTITLED', { act });
      const body = (req.body ?? {}) as Record<string, unknown>;
      const submission = submissionOf(body);
      const answer = readConflict(CalendarSides, body);
      if (answer && answer.missing.length > 0) return conflict(req, res, { ...answer, submission });
      const form = readCalendarForm(world.views.texts, answer ? calendarBody(answer.input) : body);
      if (answer?.inForm) return showForm(req, res, form.year, form);
      const { values } = form;
      if (!values) return showForm(req, res, form.year, form, 422);
      if (body['edit'] !== undefined || body['step'] === 'edit') return showForm(req, res, form.year, form);
      const seen = seenOf(body);
      const opened = openedIn(CalendarSides, body);
      const beside = await changedBeside(form, values, opened);
      if (beside) return conflict(req, res, { ...beside, submission: randomUUID() });
      if (body['only'] !== undefined || body['step'] !== 'save' || !seen)
        return showPreview(req, res, { form, values, submission, status: 200 });
      try {
        await publishCalendar(world.dataSource, {
          ...{ actor, at: world.now(), submission, values, seen },
          takingAway: ([] as unknown[]).concat(body['takingAway']).includes('true'),
        });
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        const late = await changedBeside(form, values, opened);
        if (failure.code === 'STALE_VERSION' && late)
          return conflict(req, res, { ...late, submission: randomUUID(), refusal: failure });
        return showPreview(req, res, { form, values, submission, status: statusOf(failure.code), refusal: failure });
      }
      req.session.notice = { key: 'settings:calendarPage.published', values: { year: String(values.year) } };
      res.redirect(303, pathTo('calendar', { year: values.year }));
    });

  /** The notice beside the calendar that it was written over, where days that it speaks of stand otherwise by now. */
  async function changedBeside(
    { year }: CalendarForm,
    values: CalendarPublication,
    opened: Record<string, unknown> | undefined,
  ): Promise<Pick<Conflict, 'sides' | 'refusal'> | undefined> {
    if (!opened || opened['year'] !== year) return undefined;
    const stands = (await showCalendar(world.dataSource)).find((one) => String(one.year) === year);
    const mine = { ...sidesOf(values), year };
    const before = { year, source: mine.source, scope: mine.scope };
    const own = opened['days'] as Record<string, unknown>;
    const listed = Object.entries(own ?? {}).filter(
      ([date]) => mine.scope === 'whole' || Object.hasOwn(mine.days, date),
    );
    const base = { ...before, days: Object.fromEntries(listed) };
    const theirs = { ...standingBeside(stands?.days ?? [], mine, before), version: stands?.version ?? 0 };
    if (isDeepStrictEqual(base.days, theirs.days)) return undefined;
    const seen = typeof opened['version'] === 'number' ? Math.trunc(opened['version']) : 0;
    const changed = await rowChanges(world.dataSource, { register: 'calendar', id: year, seen });
    return { sides: { base, mine, theirs }, refusal: new Refusal('STALE_VERSION', { changed }) };
  }

  async function conflict(
    req: Request,
    res: Response,
    state: Pick<Conflict, 'sides' | 'refusal' | 'submission' | 'choices' | 'missing'>,
  ) {
    await showCalendarConflict(world, req, res, state, rowWords(world, await unitNames(world.dataSource)));
  }

  async function showPreview(
    req: Request,
    res: Response,
    shown: {
      form: CalendarForm;
      values: CalendarPublication;
      submission: string;
      status: number;
      refusal?: Refusal;
    },
  ) {
    const { form, values, submission, status, refusal } = shown;
    const preview = await calendarPreview(world.dataSource, values, world.now());
    const units = await unitNames(world.dataSource);
    const { difference, moved, publishes } = preview;
    const title = t('settings:calendarPage.checkTitle', { year: values.year });
    const page = await frame(world, req, res, {
      title,
      current: 'settings',
      hasErrors: refusal !== undefined,
      breadcrumbs: [
        { text: t('pages:navigation.settings'), href: paths.settings },
        { text: t('settings:calendar'), href: pathTo('calendar', { year: values.year }) },
        { text: title },
      ],
    });
    const away = difference.takenAway.length;
    const unaffirmed = refusal?.code === 'TAKING_AWAY_UNAFFIRMED' ? refusalWords(world, refusal) : undefined;
    const stale = refusal?.code === 'STALE_VERSION' ? t('settings:calendarPage.stale') : undefined;
    const anything = publishes || difference.added.length + difference.changed.length + away > 0;
    res.status(status).render('register-row', {
      page,
      title,
      note: t('settings:calendarPage.checkNote'),
      errorList: refusal && [
        { text: stale ?? refusalWords(world, refusal), href: unaffirmed ? '#takingAway' : '#main-content' },
      ],
      rows: [
        fact(t('settings:calendarPage.source'), values.source),
        fact(t('settings:calendarPage.difference'), differenceWords(preview, values.year)),
        fact(
          t('settings:calendarPage.moved'),
          moved.length === 0
            ? t('settings:calendarPage.movedNone')
            : t('settings:calendarPage.movedCounts', {
                terms: moved.length,
                overdue: moved.filter(({ becomesOverdue }) => becomesOverdue).length,
              }),
        ),
      ],
      tables: [
        ...[differenceTable(world, preview), movedTable(world, preview, units)].filter(({ rows }) => rows.length > 0),
      ].map((table) => ({ ...table, captionHidden: true })),
      forms: [
        {
          heading: t(anything ? 'settings:calendarPage.save' : 'settings:calendarPage.edit'),
          form: {
            action: paths.calendar,
            csrfToken: page.csrfToken,
            submissionId: submission,
            fields: [
              ...Object.entries({
                step: anything ? 'save' : 'edit',
                year: form.year,
                source: form.source,
                scope: form.scope,
                days: form.days,
                _opened: packed(openedIn(CalendarSides, (req.body ?? {}) as Record<string, unknown>) ?? {}),
                versions: JSON.stringify(preview.versions),
                digest: preview.digest,
              }).map(([name, value]) => ({ widget: 'hidden', name, value })),
              ...(away > 0
                ? [
                    {
                      widget: 'checkboxes',
                      name: 'takingAway',
                      idPrefix: 'takingAway',
                      fieldset: { legend: { text: t('settings:calendarPage.takingAway') } },
                      values: [],
                      items: [{ value: 'true', text: t('settings:calendarPage.takingAwayDays', { days: away }) }],
                      errorMessage: unaffirmed && { text: unaffirmed },
                    },
                  ]
                : []),
            ],
            submitText: t(anything ? 'settings:calendarPage.save' : 'settings:calendarPage.edit'),
            others: [
              ...(away > 0 && values.scope === 'whole'
                ? [{ name: 'only', value: 'listed', text: t('settings:calendarPage.onlyListed') }]
                : []),
              ...(anything ? [{ name: 'edit', value: 'true', text: t('settings:calendarPage.edit') }] : []),
            ],
          },
        },
      ],
    });
  }

  function differenceWords({ difference, publishes }: CalendarPreview, year: number): string[] {
    const { added, changed, takenAway } = difference;
    const counts = { added: added.length, changed: changed.length, takenAway: takenAway.length };
    const none = counts.added + counts.changed + counts.takenAway === 0;
    return [
      ...(publishes ? [t('settings:calendarPage.publishes', { year })] : []),
      t(none ? 'settings:calendarPage.noDifference' : 'settings:calendarPage.counts', counts),
    ];
  }

  async function showForm(req: Request, res: Response, asked: string, form?: CalendarForm, status = 200) {
    const years = await showCalendar(world.dataSource);
    const units = await unitNames(world.dataSource);
    const year = years.find((candidate) => String(candidate.year) === asked);
    const opened = openedIn(CalendarSides, (req.body ?? {}) as Record<string, unknown>) ?? {
      ...sidesOf({ year: asked, source: '', scope: 'whole', days: year?.days ?? [] }),
      version: year?.version ?? 0,
    };
    const title = t('settings:calendar');
    const page = await frame(world, req, res, {
      title,
      current: 'settings',
      hasErrors: status !== 200,
      breadcrumbs: [{ text: t('pages:navigation.settings'), href: paths.settings }, { text: title }],
    });
    const next =
      Math.max(...years.map((candidate) => candidate.year), Number(shanghaiDay(world.now()).slice(0, 4)) - 1) + 1;
    res.status(status).render('register-row', {
      page,
      title,
      note: t('settings:calendarPage.note'),
      errorList: form && form.errorList.length > 0 ? form.errorList : undefined,
      rows: years.map((line) => fact(t('settings:calendarPage.yearValue', { year: line.year }), yearLines(line))),
      links: [
        ...years.map((line) => line.year).filter((number) => String(number) !== asked),
        ...(String(next) === asked ? [] : [next]),
      ].map((number) => ({
        text: t(number === next ? 'settings:calendarPage.openNew' : 'settings:calendarPage.open', { year: number }),
        href: pathTo('calendar', { year: number }),
      })),
      forms: [
        {
          heading: t(year ? 'settings:calendarPage.amend' : 'settings:calendarPage.publish'),
          form: {
            action: paths.calendar,
            csrfToken: page.csrfToken,
            opened: packed(opened),
            submissionId: randomUUID(),
            fields: calendarFields(
              world.views.texts,
              form ?? {
                year: asked,
                // Whoever changes a day names the notice that does: it is not the one that the year came from.
                source: '',
                scope: 'whole',
                days: writeCalendarLines(year?.days ?? []),
                errorList: [],
              },
            ),
            submitText: t('settings:calendarPage.check'),
          },
        },
      ],
      history: year
        ? historyItems(world, await registerHistory(world.dataSource, 'calendar', String(year.year)), units)
        : [],
    });
  }

  /** Who said what of a year: counts, and the notices of its days where they are not all of one. */
  function yearLines(line: CalendarYearView): string[] {
    const notices = [...new Set(line.days.map(({ notice }) => notice))];
    const one = notices.length === 0 || (notices.length === 1 && notices[0] === line.source);
    return [
      ...(one
        ? [line.source]
        : notices.map((notice) =>
            t('settings:calendarPage.noticesOf', {
              notice,
              days: line.days.filter((day) => day.notice === notice).length,
            }),
          )),
      t('settings:calendarPage.counted', {
        holidays: line.days.filter((day) => day.kind === 'holiday').length,
        swapped: line.days.filter((day) => day.kind !== 'holiday').length,
        day: formatDate(line.publishedAt),
      }),
    ];
  }
}

/** What the person had before them when saving. */
function seenOf(body: Record<string, unknown>): Pick<CalendarPreview, 'versions' | 'digest'> | undefined {
  const { versions, digest } = body;
  if (typeof versions !== 'string' || typeof digest !== 'string') return undefined;
  try {
    const parsed = Versions.safeParse(JSON.parse(versions));
    return parsed.success ? { versions: parsed.data, digest } : undefined;
  } catch {
    return undefined;
  }
}
