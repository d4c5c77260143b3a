import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { CaseView } from '../../../services/queries/cases/show-case';
import type { VisitLine } from '../../../services/queries/cases/check-visits';
import type { AppWorld } from '../../app-world';
import type { ListFile } from '../../send-list';
import { resultMark } from './result-mark';

/** The firms of a check as a spreadsheet takes them, a column a department. */
export function visitsFile(
  { views, now }: AppWorld,
  check: Pick<CaseView, 'number' | 'title'>,
  units: Record<string, string>,
  departments: string[],
): ListFile<VisitLine> {
  const { t, marks } = views.texts;
  const line = (row: VisitLine) => ({
    number: row.number,
    object: row.object,
    uscc: row.uscc,
    town: row.town,
    class: row.riskClass,
    address: row.address,
    date: row.state.date,
    team: row.team.map(({ name }) => name).join(marks.list),
    stage: t(`cases:stages.visit.${row.stage}`),
    due: row.due,
    ...Object.fromEntries(
      departments.map((department) => {
        const result = row.results.find((one) => one.department === department);
        return [department, result ? resultMark({ t }, result).text : ''];
      }),
    ),
  });
  return {
    format: 'csv',
    title: `${check.number}-${t('files:visits')}-${shanghaiDay(now())}`,
    plainTitle: `${check.number}-objects`,
    word: 'visits',
    heads: {
      number: t('pages:case.number'),
      object: t('pages:visit.object'),
      uscc: t('pages:visit.uscc'),
      town: t('pages:visits.town'),
      class: t('pages:visits.class'),
      address: t('pages:visit.address'),
      date: t('pages:visit.date'),
      team: t('pages:visits.team'),
      stage: t('pages:visit.stage'),
      due: t('pages:home.due'),
      ...Object.fromEntries(departments.map((code) => [code, units[code] ?? code])),
    },
    csv: line,
    json: line,
  };
}
