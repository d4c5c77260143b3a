import { CalendarPublication } from '../../../domain/registers/calendar-publication';
import type { Texts } from '../../views/texts';
import { readCalendarLines } from './calendar-lines';

/** The form of a notice as it was typed, and what it says where nothing is wrong with it. */
export interface CalendarForm {
  year: string;
  source: string;
  scope: string;
  days: string;
  errorList: { text: string; href: string }[];
  values?: CalendarPublication;
}

/** Reads what was sent; a later press on “only what is listed” changes the scope alone. */
export function readCalendarForm({ t, has, marks }: Texts, body: Record<string, unknown>): CalendarForm {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const form: CalendarForm = {
    year: text('year'),
    source: text('source'),
    scope: body['only'] === 'listed' ? 'listed' : text('scope') || 'whole',
    days: text('days'),
    errorList: [],
  };
  const { days, wrongLines } = readCalendarLines(form.days);
  if (wrongLines.length > 0)
    form.errorList.push({
      text: t('settings:calendarPage.wrongLines', { lines: wrongLines.join(marks.list) }),
      href: '#days',
    });
  const parsed = CalendarPublication.safeParse({
    year: Number(form.year),
    source: form.source,
    scope: form.scope,
    days,
  });
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? 'days');
    const index = issue.path[1];
    const date = typeof index === 'number' ? (days[index]?.date ?? '') : '';
    const key = `settings:calendarPage.errors.${has(`settings:calendarPage.errors.${issue.message}`) ? issue.message : field}`;
    if (wrongLines.length === 0 || field !== 'days') form.errorList.push({ text: t(key, { date }), href: `#${field}` });
  }
  return parsed.success && form.errorList.length === 0 ? { ...form, values: parsed.data } : form;
}

/** The fields of the form, with what is wrong beside each. */
export function calendarFields({ t }: Texts, form: CalendarForm): object[] {
  const message = (field: string) => {
    const found = form.errorList.find((error) => error.href === `#${field}`);
    return found && { text: found.text };
  };
  return [
    {
      widget: 'number',
      id: 'year',
      name: 'year',
      inputmode: 'numeric',
      classes: 'app-input--number',
      label: { text: t('settings:calendarPage.year') },
      value: form.year,
      errorMessage: message('year'),
    },
    {
      widget: 'text',
      id: 'source',
      name: 'source',
      label: { text: t('settings:calendarPage.source') },
      hint: { text: t('settings:calendarPage.sourceHint') },
      value: form.source,
      errorMessage: message('source'),
    },
    {
      widget: 'radios',
      name: 'scope',
      idPrefix: 'scope',
      fieldset: { legend: { text: t('settings:calendarPage.scope') } },
      value: form.scope,
      items: (['whole', 'listed'] as const).map((value) => ({
        value,
        text: t(`settings:calendarPage.scopes.${value}`),
        hint: { text: t(`settings:calendarPage.scopeHints.${value}`) },
      })),
      errorMessage: message('scope'),
    },
    {
      widget: 'textarea',
      id: 'days',
      name: 'days',
      rows: 14,
      label: { text: t('settings:calendarPage.days') },
      hint: { text: t('settings:calendarPage.daysHint') },
      value: form.days,
      errorMessage: message('days'),
    },
  ];
}
