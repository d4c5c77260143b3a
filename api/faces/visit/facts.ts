import { publishTermOf } from '../../../domain/visit/publication-term';
import type { VisitState } from '../../../domain/visit/state';
import { objectOf, officersOf } from '../../../services/queries/cases/visit-view';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { daysUntil } from '../../../services/queries/registers/days-until';
import { pathTo } from '../../paths';
import { formatDate } from '../../views/format';
import { dueCell } from '../../pages/due-cell';
import { row, type CaseFacts, type FactsContext, type Table } from '../facts';
import { visitRecords } from './records';
import { softeningRows } from './softening-rows';

/** The firm, the day, each department's officers and result, and every version of what was recorded. */
export async function visitFacts(context: FactsContext, { state }: CaseOf<'visit'>): Promise<CaseFacts> {
  const { t, units, world } = context;
  const object = await objectOf(world.dataSource, state.object);
  return {
    name: object?.name,
    rows: [
      ...row(t('pages:visit.object'), object?.name),
      ...row(t('pages:visit.uscc'), object?.uscc ?? object?.registrationNo),
      ...row(t('pages:visit.address'), object?.address),
      ...row(t('pages:visit.legalRepresentative'), object?.legalRepresentative),
      ...row(t('pages:visit.phone'), object?.phone),
      ...row(t('pages:visit.date'), state.date ? formatDate(state.date) : t('pages:visit.noDate')),
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
    tables: [await resultTable(context, state)],
    records: await visitRecords(context, state),
    links: [{ text: t('pages:check.visits'), href: pathTo('visitsOfCheck', { number: state.checkNumber }) }],
  };
}

async function resultTable({ t, units, world }: FactsContext, state: VisitState): Promise<Table> {
  const results = Object.entries(state.results);
  const dues = results.flatMap(([, { publishDue }]) => (publishDue && 'date' in publishDue ? [publishDue.date] : []));
  const [officers, days] = await Promise.all([
    officersOf(
      world.dataSource,
      results.flatMap(([, result]) => [...result.officers, ...(result.substitute ? [result.substitute.officer] : [])]),
    ),
    daysUntil(world.dataSource, dues, world.now()),
  ]);
  const nameOf = (id: string) => officers.find((officer) => officer.id === id)?.name ?? '';
  return {
    id: 'results',
    caption: t('pages:visit.results'),
    stacked: true,
    columns: ['department', 'officers', 'stage', 'result', 'publication', 'disposition', 'publishDue'].map((key) => ({
      text: t(`pages:visit.${key}`),
    })),
    rows: results.map(([department, result]) => {
      const due = result.publishDue;
      const awaited = due && publishTermOf(result);
      return {
        cells: [
          { text: units[department] ?? department },
          {
            lines: [
              ...result.officers.map(nameOf),
              ...(result.substitute ? [t('pages:visit.substitute', { name: nameOf(result.substitute.officer) })] : []),
            ],
          },
          result.returned
            ? { tag: { text: t('pages:visit.returned'), status: 'returned' } }
            : { tag: { text: t(`cases:results.${result.stage}`), status: result.stage } },
          { text: result.code ? t(`cases:codes.${result.code}`) : t('pages:visit.none') },
          { text: t(`cases:publication.${result.publication}`) },
          { text: t(`cases:disposition.${result.disposition}`) },
          awaited
            ? dueCell(world, 'date' in due ? due.date : null, 'pendingYear' in due ? due.pendingYear : null, days)
            : { text: t('pages:visit.none') },
        ],
      };
    }),
  };
}
