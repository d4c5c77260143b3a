import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { decideWithholding } from '../../../domain/visit/acts/decide-withholding';
import { disputeResult } from '../../../domain/visit/acts/dispute-result';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { publishResult } from '../../../domain/visit/acts/publish-result';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { setDate } from '../../../domain/visit/acts/set-date';
import { publisherReadsFirst, reviewerReadsFirst, secondOfficerReadsFirst } from '../../../domain/visit/read-first';
import { isAdverse } from '../../../domain/visit/record-form';
import type { ResultState, VisitState } from '../../../domain/visit/state';
import {
  firmsOfVisits,
  newestForms,
  type FirmOfVisit,
  type NewestForm,
} from '../../../services/queries/cases/many-visits';
import type { ManyCase } from '../../../services/queries/cases/many-cases';
import { correctionsUnderway, type CorrectionUnderway } from '../../../services/queries/cases/corrections-underway';
import { correctionWords } from '../../pages/correction-words';
import { caseAddress } from '../../paths';
import { nameOfDay } from '../../pages/name-of-day';
import type { FactsContext } from '../facts';
import type { ManyLine, ManyOf } from '../many';
import { dayWords } from './day-words';
import { publicView } from './public-view';
import { typedDays } from './typed-days';

type Visit = ManyCase<'visit'>;
type Cells = ManyLine['cells'];

/** What is known of a visit beside the department's own result. */
interface OfVisit {
  visit: Visit;
  firm: FirmOfVisit | undefined;
  underway: CorrectionUnderway[];
}

/** Acts on one department's result, each row with what the record says. */
function ofResults(
  more: Pick<ManyOf<'visit'>, 'said' | 'back' | 'inOpened' | 'beside'>,
  columns: readonly string[],
  cellsOf: (context: FactsContext, result: ResultState, entered: NewestForm | undefined, of: OfVisit) => Cells,
  readFirst: (context: FactsContext, result: ResultState, form: Record<string, unknown>) => boolean,
): ManyOf<'visit'> {
  return {
    ...more,
    columns: ['pages:visit.object', 'pages:visit.result', ...columns],
    dates: ['pages:many.completedOn'],
    async lines(context, _act, visits) {
      const { world, person, t } = context;
      const ids = visits.map(({ id }) => id);
      const [firms, forms, underway] = await Promise.all([
        firmsOfVisits(world.dataSource, ids),
        newestForms(world.dataSource, ids, person.department),
        correctionsUnderway(world.dataSource, ids),
      ]);
      return visits.map((visit) => {
        const result = resultOf(visit.state, person.department);
        const adverse = isAdverse(result.code);
        const softened = (result.softenings ?? []).length > 0;
        return {
          cells: [
            firmCell(context, visit, firms[visit.id]),
            {
              tag: {
                text: result.code ? t(`cases:codes.${result.code}`) : t('pages:visit.none'),
                status: adverse ? 'problem' : 'inOrder',
              },
              ...(softened && { hint: t('pages:many.softened') }),
            },
            ...cellsOf(context, result, forms[visit.id], { visit, firm: firms[visit.id], underway }),
          ],
          adverse: adverse || softened,
          readFirst: readFirst(context, result, forms[visit.id]?.form ?? {}),
        };
      });
    },
  };
}

const resultOf = (state: VisitState, department: string): ResultState =>
  state.results[department] ?? {
    stage: 'excused',
    since: state.since,
    officers: [],
    version: 0,
    publication: 'notYet',
    disposition: 'notYet',
    referrals: 0,
  };

function firmCell({ t }: Pick<FactsContext, 't'>, visit: Visit, firm: FirmOfVisit | undefined): Cells[number] {
  const registered =
    firm && firm.status !== 'active'
      ? t('pages:visit.statusNow', { status: t(`registers:values.status.${firm.status}`) })
      : '';
  return {
    text: nameOfDay({ t }, visit.object, visit.objectNow) ?? visit.title,
    href: caseAddress(visit.id),
    hint: [firm?.uscc ?? '', registered].filter(Boolean).join('　'),
  };
}

/** Where to go stands with the firm: a day's trip is planned by it, and a column of its own would be too narrow to read. */
function withAddress(cell: Cells[number], firm: FirmOfVisit | undefined): Cells[number] {
  return { ...cell, hint: [cell.hint, firm?.address].filter(Boolean).join('　') };
}

/** When and by whom it was recorded, and what is to follow. */
const recorded = {
  columns: ['pages:many.completedOn', 'pages:many.enteredBy', 'pages:many.followUp'],
  cells: ({ t, world }: FactsContext, result: ResultState, entered: NewestForm | undefined): Cells => [
    { text: world.views.texts.formatDate(result.completedOn) },
    { text: entered?.enteredBy ?? '' },
    { text: result.followUp ? t(`cases:followUps.${result.followUp}`) : '' },
  ],
};

/** How people do acts on many visits. */
export const manyVisits: Readonly<Record<string, ManyOf<'visit'>>> = {
  [reviewResult.name]: ofResults(
    {
      said: { verdict: 'pass' },
      back: { act: reviewResult.name, said: { verdict: 'return' } },
      inOpened: ['registerRead'],
    },
    recorded.columns,
    recorded.cells,
    (_context, result, form) => reviewerReadsFirst(result, form),
  ),
  [confirmResult.name]: ofResults(
    { said: {}, back: { act: disputeResult.name, said: {} } },
    recorded.columns,
    recorded.cells,
    ({ person }, result, form) => secondOfficerReadsFirst(result, form, { inspector: person.inspector ?? undefined }),
  ),
  [publishResult.name]: ofResults(
    { said: {}, beside: publicView },
    ['pages:many.publicSees'],
    ({ t, world, units, person }, result, _entered, { visit, firm, underway }) => [
      {
        lines: [
          t('pages:many.publicLine', {
            object: visit.object,
            unit: units[person.department] ?? person.department,
            day: world.views.texts.formatDate(result.completedOn),
            finding: result.code ? t(`public:findings.${result.code}`) : t('pages:visit.none'),
          }),
          ...correctionWords(world.views.texts, underway, { visit: visit.id, department: person.department }),
        ],
        // Without a code no platform takes a record of the firm.
        ...(firm && !firm.uscc && { hint: t('registers:object.notReportable') }),
      },
    ],
    (_context, result) => publisherReadsFirst(result),
  ),
  [decideWithholding.name]: ofResults(
    {
      said: { consent: 'confirm' },
      back: { act: decideWithholding.name, said: { consent: 'sendBack' } },
      inOpened: ['publicNote'],
      beside: publicView,
    },
    ['pages:many.withholdingBasis'],
    (_context, result) => [{ text: result.withholding?.legalBasis ?? '' }],
    // To keep a result from the public is never done at a glance.
    () => true,
  ),
  [setDate.name]: {
    said: {},
    inRow: ['date'],
    dates: ['pages:many.window'],
    columns: ['pages:visit.object', 'pages:many.window', 'pages:many.wishes'],
    async lines(context, _act, visits, typed) {
      const { formatDate } = context.world.views.texts;
      const { world, units, t } = context;
      const [firms, said, marks] = await Promise.all([
        firmsOfVisits(
          world.dataSource,
          visits.map(({ id }) => id),
        ),
        dayWords(context),
        typedDays(context, visits, typed),
      ]);
      const lines = visits.map((visit) => ({
        cells: [
          withAddress(firmCell(context, visit, firms[visit.id]), firms[visit.id]),
          {
            lines: [
              t('pages:many.from', { from: formatDate(visit.state.windowFrom) }),
              formatDate(visit.state.windowTo),
            ],
          },
          {
            lines: [
              ...(visit.state.date ? [t('pages:many.dateNow', { date: said(visit.state.date) })] : []),
              ...visit.state.dateRequests.map(({ department, wanted, reason }) =>
                t('pages:many.wanted', { unit: units[department] ?? department, wanted: said(wanted), reason }),
              ),
            ],
          },
        ],
        adverse: visit.state.dateRequests.length > 0,
        readFirst: false,
        group: firms[visit.id]?.township ?? t('pages:many.noTownship'),
        marks: marks[visit.number] ?? [],
      }));
      return lines;
    },
  },
  [issueNotice.name]: {
    said: {},
    columns: ['pages:visit.object', 'pages:many.township', 'pages:visit.date'],
    async lines(context, _act, visits) {
      const [firms, said] = await Promise.all([
        firmsOfVisits(
          context.world.dataSource,
          visits.map(({ id }) => id),
        ),
        dayWords(context),
      ]);
      return visits.map((visit) => ({
        cells: [
          firmCell(context, visit, firms[visit.id]),
          { text: firms[visit.id]?.township ?? '', hint: firms[visit.id]?.address ?? undefined },
          { text: visit.state.date ? said(visit.state.date) : '' },
        ],
        adverse: visit.state.noticeOvertaken !== undefined,
        readFirst: false,
      }));
    },
  },
};
