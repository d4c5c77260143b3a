import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { CalendarPublication } from '../../../domain/registers/calendar-publication';
import { Refusal } from '../../../domain/refusal';
import { unitNames } from '../../../services/queries/people/unit-names';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { showCalendar } from '../../../services/queries/registers/show-calendar';
import { publishCalendar } from '../../../services/registers/publish-calendar';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { formatDate } from '../../views/format';
import { frame } from '../frame';
import { fact } from '../registers/fact';
import { historyItems } from '../registers/history-items';
import { openPage } from '../registers/open-page';
import { refusalWords } from '../refusal-words';
import { registerActor } from '../registers/register-actor';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { submissionOf } from '../../forms/submission-of';
import { readCalendarLines, writeCalendarLines } from './calendar-lines';

const act = 'calendar.publish';
interface Typed {
  year: string;
  source: string;
  days: string;
  version: string;
  submission: string;
  status: number;
  errorList: { text: string; href: string }[];
}

/** The working-day calendar: a year at a time, as the State Council's notice gives it. */
export function calendarPage(world: AppWorld): Router {
  const { t, has } = world.views.texts;
  return Router()
    .get(paths.calendar, async (req, res) => {
      openPage(req, 'settings');
      await show(req, res);
    })
    .post(paths.calendar, async (req, res) => {
      const actor = registerActor(openPage(req, 'settings'), act);
      if (!actor) throw new Refusal('NOT_ENTITLED', { act });
      const body = (req.body ?? {}) as Record<string, unknown>;
      const text = (name: string) => (typeof body[name] === 'string' ? body[name].slice(0, 20_000) : '');
      const typed: Typed = {
        year: text('year'),
        source: text('source'),
        days: text('days'),
        version: text('version'),
        submission: submissionOf(body),
        status: 422,
        errorList: [],
      };
      const { days, wrongLines } = readCalendarLines(typed.days);
      if (wrongLines.length > 0)
        typed.errorList.push({
          text: t('settings:calendarPage.wrongLines', { lines: wrongLines.join('、') }),
          href: '#days',
        });
      const parsed = CalendarPublication.safeParse({ year: Number(typed.year), source: typed.source, days });
      for (const issue of parsed.error?.issues ?? []) {
        const field = String(issue.path[0] ?? 'days');
        const index = issue.path[1];
        const date = typeof index === 'number' ? (days[index]?.date ?? '') : '';
        const key = `settings:calendarPage.errors.${has(`settings:calendarPage.errors.${issue.message}`) ? issue.message : field}`;
        if (wrongLines.length === 0 || field !== 'days')
          typed.errorList.push({ text: t(key, { date }), href: `#${field}` });
      }
      if (!parsed.success || typed.errorList.length > 0) return show(req, res, typed);
      try {
        await publishCalendar(world.dataSource, {
          actor,
          at: world.now(),
          submission: typed.submission,
          version: Number(typed.version) || 0,
          values: parsed.data,
        });
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        return show(req, res, {
          ...typed,
          status: statusOf(failure.code),
          errorList: [{ text: refusalWords(world, failure), href: '#content' }],
        });
      }
      req.session.notice = { key: 'settings:calendarPage.published', values: { year: String(parsed.data.year) } };
      res.redirect(303, pathTo('calendar', { year: parsed.data.year }));
    });

  async function show(req: Request, res: Response, typed?: Typed) {
    const years = await showCalendar(world.dataSource);
    const units = await unitNames(world.dataSource);
    const asked =
      typed?.year ?? (typeof req.query['year'] === 'string' ? req.query['year'] : shanghaiDay(world.now()).slice(0, 4));
    const year = years.find((candidate) => String(candidate.year) === asked);
    const title = t('settings:calendar');
    const page = await frame(world, req, res, {
      title,
      current: 'settings',
      hasErrors: typed !== undefined,
      breadcrumbs: [{ text: t('pages:navigation.settings'), href: paths.settings }, { text: title }],
    });
    const message = (field: string) => {
      const found = typed?.errorList.find((error) => error.href === `#${field}`);
      return found && { text: found.text };
    };
    const fields = [
      { widget: 'hidden', name: 'version', value: typed?.version ?? String(year?.version ?? 0) },
      {
        widget: 'number',
        id: 'year',
        name: 'year',
        inputmode: 'numeric',
        classes: 'app-input--number',
        label: { text: t('settings:calendarPage.year') },
        value: asked,
        errorMessage: message('year'),
      },
      {
        widget: 'text',
        id: 'source',
        name: 'source',
        label: { text: t('settings:calendarPage.source') },
        hint: { text: t('settings:calendarPage.sourceHint') },
        value: typed?.source ?? year?.source,
        errorMessage: message('source'),
      },
      {
        widget: 'textarea',
        id: 'days',
        name: 'days',
        rows: 14,
        label: { text: t('settings:calendarPage.days') },
        hint: { text: t('settings:calendarPage.daysHint') },
        value: typed?.days ?? writeCalendarLines(year?.days ?? []),
        errorMessage: message('days'),
      },
    ];
    const next =
      Math.max(...years.map((candidate) => candidate.year), Number(shanghaiDay(world.now()).slice(0, 4)) - 1) + 1;
    res.status(typed?.status ?? 200).render('register-row', {
      page,
      title,
      note: t('settings:calendarPage.note'),
      errorList: typed?.errorList,
      rows: years.map((line) =>
        fact(t('settings:calendarPage.yearValue', { year: line.year }), [
          line.source,
          t('settings:calendarPage.counted', {
            holidays: line.days.filter((day) => day.kind === 'holiday').length,
            swapped: line.days.filter((day) => day.kind !== 'holiday').length,
            day: formatDate(line.publishedAt),
          }),
        ]),
      ),
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
            submissionId: typed?.submission ?? randomUUID(),
            fields,
            submitText: t(year ? 'settings:calendarPage.amend' : 'settings:calendarPage.publish'),
          },
        },
      ],
      history: year
        ? historyItems(world, await registerHistory(world.dataSource, 'calendar', String(year.year)), units)
        : [],
    });
  }
}
