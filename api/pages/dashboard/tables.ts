import { funnelSteps, type Funnel } from '../../../services/queries/cases/check-funnels';
import {
  unitStandings,
  type DayFigures,
  type Pace,
  type UnitFigures,
} from '../../../services/queries/cases/wait-figures';
import type { AppWorld } from '../../app-world';
import { caseAddress, pathTo } from '../../paths';
import type { Texts } from '../../views/texts';
import { totalRow } from '../total-row';

type Units = Record<string, string>;

/** A figure as a link to what it counts; a zero too, so that nobody has to guess what it would have led to. */
const figure = ({ formatNumber }: Texts, count: number, href: string) => ({ text: formatNumber(count), href });

/** How the waits of each unit stand. */
export function unitTable({ views }: AppWorld, units: Units, figures: readonly UnitFigures[]) {
  const { t } = views.texts;
  return {
    id: 'departments',
    caption: t('dashboard:units.caption'),
    columns: [
      { text: t('dashboard:unit') },
      ...unitStandings.map((key) => ({ text: t(`dashboard:standing.${key}`), kind: 'number' })),
    ],
    rows: figures.map((row) => ({
      cells: [
        { text: units[row.department] ?? row.department },
        ...unitStandings.map((standing) =>
          figure(views.texts, row[standing], pathTo('waits', { standing, department: row.department })),
        ),
      ],
    })),
    totals: totalRow(
      views.texts,
      figures,
      unitStandings.map((standing) => (row: UnitFigures) => row[standing]),
    ),
  };
}

/** How far the firms of each check have come. */
export function funnelTable(
  { views }: AppWorld,
  { rows, total }: { rows: readonly Funnel[]; total: number },
  department: string | undefined,
) {
  const { t, formatNumber } = views.texts;
  return {
    id: 'funnels',
    caption: t('dashboard:funnel.caption'),
    captionHidden: true,
    columns: [
      { text: t('dashboard:funnel.check') },
      ...funnelSteps.map((step) => ({ text: t(`dashboard:funnel.${step}`), kind: 'number' })),
      { text: t('dashboard:funnel.waits') },
    ],
    rows: rows.map((row) => ({
      cells: [
        { text: row.title, href: caseAddress(row.id) },
        ...funnelSteps.map((step) =>
          figure(views.texts, row[step], pathTo('visitsOfCheck', { number: row.number, reached: step, department })),
        ),
        {
          text: t('dashboard:funnel.whom'),
          href: pathTo('waits', { check: row.number }),
          visuallyHiddenText: row.title,
        },
      ],
    })),
    totals: totalRow(
      views.texts,
      rows,
      [...funnelSteps.map((step) => (row: Funnel) => row[step]), undefined],
      rows.length < total,
    ),
    part:
      rows.length < total
        ? {
            text: t('pages:list.first', { shown: formatNumber(rows.length), total: formatNumber(total) }),
            href: pathTo('cases', { standing: 'open' }),
          }
        : undefined,
    empty: { title: t('dashboard:funnel.none') },
  };
}

/** What came, was done and was late, day by day, today first. */
export function trendTable({ views }: AppWorld, days: readonly DayFigures[], department: string | undefined) {
  const { t, formatDate } = views.texts;
  return {
    id: 'trend',
    caption: t('dashboard:trend.caption', { days: days.length }),
    captionHidden: true,
    columns: [
      { text: t('dashboard:trend.day') },
      ...(['begun', 'done', 'late'] as const).map((key) => ({ text: t(`dashboard:trend.${key}`), kind: 'number' })),
    ],
    rows: days.toReversed().map((row) => ({
      cells: [
        { text: formatDate(row.day) },
        ...(['begun', 'done', 'late'] as const).map((standing) =>
          figure(views.texts, row[standing], pathTo('waits', { standing, day: row.day, department })),
        ),
      ],
    })),
    // What is late on one day is late on the next, too: a sum would count it again.
    totals: totalRow(views.texts, days, [({ begun }) => begun, ({ done }) => done, undefined]),
  };
}

const inDays = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Who took how long for what, the slowest first. */
export function paceTable({ views }: AppWorld, units: Units, paces: readonly Pace[]) {
  const { t } = views.texts;
  return {
    id: 'paces',
    caption: t('dashboard:pace.caption'),
    captionHidden: true,
    columns: [
      { text: t('dashboard:pace.act') },
      { text: t('dashboard:unit'), classes: 'app-table__words' },
      ...(['median', 'longest', 'done', 'doneLate'] as const).map((key) => ({
        text: t(`dashboard:pace.${key}`),
        kind: 'number',
      })),
    ],
    rows: paces.map(({ department, act, median, longest, done, doneLate }) => ({
      cells: [
        { text: t(`acts:${act}.name`) },
        { text: units[department] ?? department },
        { text: inDays.format(median) },
        { text: inDays.format(longest) },
        figure(views.texts, done, pathTo('waits', { standing: 'done', department, act })),
        figure(views.texts, doneLate, pathTo('waits', { standing: 'doneLate', department, act })),
      ],
    })),
    totals: totalRow(views.texts, paces, [
      undefined,
      undefined,
      undefined,
      ({ done }) => done,
      ({ doneLate }) => doneLate,
    ]),
    empty: { title: t('dashboard:pace.none') },
  };
}
