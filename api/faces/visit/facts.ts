import { publishTermOf } from '../../../domain/visit/publication-term';
import type { VisitState } from '../../../domain/visit/state';
import { objectOf, type OfficerFacts } from '../../../services/queries/cases/visit-view';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { correctionsUnderway } from '../../../services/queries/cases/corrections-underway';
import { daysUntil } from '../../../services/queries/registers/days-until';
import { pathTo } from '../../paths';
import { correctionWords } from '../../pages/correction-words';
import { dueCell } from '../../pages/due-cell';
import { nameOfDay } from '../../pages/name-of-day';
import { row, type CaseFacts, type FactsContext, type Table } from '../facts';
import { dayWords } from './day-words';
import { changedItemRows, changedItemsOf } from './item-changes';
import { itemFolds } from './item-folds';
import { officersIn, teamLines } from './officer-lines';
import { excusedRow, visitObstacles } from './visit-obstacles';
import { visitRecords } from './records';
import { phoneRow } from './phone-row';
import { registerRow } from './register-row';
import { softeningRows } from './softening-rows';

/** The firm, the day, each department's officers and result, and every version of what was recorded. */
export async function visitFacts(context: FactsContext, { state }: CaseOf<'visit'>): Promise<CaseFacts> {
  const { formatDate } = context.world.views.texts;
  const { person, t, units, world } = context;
  const [object, officers, changed] = await Promise.all([
    objectOf(world.dataSource, state.object, state.id),
    officersIn(context, state),
    changedItemsOf(context, state),
  ]);
  return {
    rows: [
      ...row(t('pages:visit.object'), nameOfDay({ t }, object?.name, object?.nameNow)),
      ...row(t('pages:visit.uscc'), object?.uscc ?? object?.registrationNo),
      ...registerRow(context, object),
      ...row(t('pages:visit.address'), nameOfDay({ t }, object?.address, object?.addressNow)),
      ...row(t('pages:visit.legalRepresentative'), object?.legalRepresentative),
      ...phoneRow(context, object?.phone),
      ...row(t('pages:visit.date'), state.date ? (await dayWords(context))(state.date) : t('pages:visit.noDate')),
      ...(await visitObstacles(context, state, officers)),
      ...changedItemRows(context, changed, state),
      ...excusedRow(context, state),
      ...row(
        t('pages:visit.requests'),
        state.dateRequests.map((request) =>
          t('pages:visit.request', {
            department: units[request.department] ?? request.department,
            date: formatDate(request.wanted),
            reason: request.reason,
          }),
        ),
      ),
      ...(await softeningRows(context, state)),
    ],
    tables: [await resultTable(context, state, officers)],
    records: await visitRecords(context, state),
    items: person.department in state.results ? await itemFolds(context, state, person.department) : [],
    links: [{ text: t('pages:check.visits'), href: pathTo('visitsOfCheck', { number: state.checkNumber }) }],
  };
}

async function resultTable(context: FactsContext, state: VisitState, officers: OfficerFacts[]): Promise<Table> {
  const { t, units, world } = context;
  const results = Object.entries(state.results);
  const dues = results.flatMap(([, { publishDue }]) => (publishDue && 'date' in publishDue ? [publishDue.date] : []));
  const [days, underway] = await Promise.all([
    daysUntil(world.dataSource, dues, world.now()),
    correctionsUnderway(world.dataSource, [state.id]),
  ]);
  return {
    id: 'results',
    caption: t('pages:visit.results'),
    stacked: true,
    columns: ['department', 'officers', 'stage', 'result', 'publication', 'disposition', 'publishDue'].map((key) => ({
      text: t(`pages:visit.${key}`),
      classes: key === 'officers' ? 'app-table__words' : undefined,
    })),
    rows: results.map(([department, result]) => {
      const due = result.publishDue;
      const awaited = due && publishTermOf(result);
      const correction = correctionWords(context.world.views.texts, underway, { visit: state.id, department });
      return {
        cells: [
          { text: units[department] ?? department },
          { lines: teamLines(context, state, result, officers) },
          result.returned
            ? { tag: { text: t('pages:visit.returned'), status: 'returned' } }
            : { tag: { text: t(`cases:results.${result.stage}`), status: result.stage } },
          { text: result.code ? t(`cases:codes.${result.code}`) : t('pages:visit.none') },
          correction.length > 0 ? { lines: correction } : { text: t(`cases:publication.${result.publication}`) },
          { text: t(`cases:disposition.${result.disposition}`) },
          awaited
            ? dueCell(world, 'date' in due ? due.date : null, 'pendingYear' in due ? due.pendingYear : null, days)
            : { text: t('pages:visit.none') },
        ],
      };
    }),
  };
}
