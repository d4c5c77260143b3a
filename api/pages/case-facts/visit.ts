import type { VisitState } from '../../../domain/visit/state';
import { formVersions, itemNames, objectOf, officersOf } from '../../../services/queries/cases/visit-view';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { pathTo } from '../../paths';
import { row, type CaseFacts, type FactsContext, type Table } from './facts';

/** The firm, the day, each department's officers and result, and every version of what was recorded. */
export async function visitFacts(context: FactsContext, view: CaseView): Promise<CaseFacts> {
  const { t, units, world } = context;
  const state = view.state as VisitState;
  const object = await objectOf(world.dataSource, state.object);
  return {
    rows: [
      ...row(t('pages:visit.object'), object?.name),
      ...row(t('pages:visit.uscc'), object?.uscc ?? object?.registrationNo),
      ...row(t('pages:visit.address'), object?.address),
      ...row(t('pages:visit.date'), state.date ?? t('pages:visit.noDate')),
      ...row(
        t('pages:visit.requests'),
        state.dateRequests.map((request) => t('pages:visit.request', { department: units[request.department] ?? request.department, date: request.wanted, reason: request.reason })),
      ),
    ],
    tables: [await resultTable(context, state), ...(await versionTables(context, state))],
    links: [{ text: t('pages:check.visits'), href: pathTo('visitsOfCheck', { number: state.checkNumber }) }],
    notes: [],
  };
}

async function resultTable({ t, units, world }: FactsContext, state: VisitState): Promise<Table> {
  const officers = await officersOf(world.dataSource, Object.values(state.results).flatMap((result) => [...result.officers, ...(result.substitute ? [result.substitute.officer] : [])]));
  const nameOf = (id: string) => officers.find((officer) => officer.id === id)?.name ?? '';
  return {
    id: 'results',
    caption: t('pages:visit.results'),
    stacked: true,
    columns: [t('pages:visit.department'), t('pages:visit.officers'), t('pages:visit.stage'), t('pages:visit.result'), t('pages:visit.publication'), t('pages:visit.disposition'), t('pages:visit.publishDue')].map((text) => ({ text })),
    rows: Object.entries(state.results).map(([department, result]) => ({
      cells: [
        { text: units[department] ?? department },
        { text: [...result.officers, ...(result.substitute ? [result.substitute.officer] : [])].map(nameOf).join('、') },
        { tag: { text: t(`cases:results.${result.stage}`), status: result.stage } },
        { text: result.code ? t(`cases:codes.${result.code}`) : t('pages:visit.none') },
        { text: t(`cases:publication.${result.publication}`) },
        { text: t(`cases:disposition.${result.disposition}`) },
        { text: result.publishDue ? ('date' in result.publishDue ? result.publishDue.date : t('pages:home.pendingCalendar', { year: result.publishDue.pendingYear })) : t('pages:visit.none') },
      ],
    })),
  };
}

async function versionTables({ t, units, world }: FactsContext, state: VisitState): Promise<Table[]> {
  const versions = await formVersions(world.dataSource, state.id);
  const codes = versions.flatMap((version) => ((version.form['rows'] ?? []) as { item: string }[]).map((line) => line.item));
  const names = await itemNames(world.dataSource, codes);
  return versions.map((version) => {
    const rows = (version.form['rows'] ?? []) as { item: string; finding: string; problem?: string; handling?: string }[];
    const other = version.form['otherProblem'] as string | undefined;
    return {
      id: `form-${version.department}-${version.version}`,
      caption: `${units[version.department] ?? version.department} ${t('pages:visit.form', { version: version.version })}\u3000${version.enteredBy ?? ''}\u3000${version.reason ?? ''}`,
      stacked: true,
      columns: ['item', 'finding', 'problem', 'handling'].map((field) => ({ text: t(`acts:visit.enterResult.fields.${field}.label`) })),
      rows: [
        ...rows.map((line) => ({
          cells: [{ text: names[line.item] ?? line.item }, { text: t(`acts:visit.enterResult.fields.finding.options.${line.finding}`) }, { text: line.problem ?? '' }, { text: line.handling ?? '' }],
        })),
        ...(other ? [{ cells: [{ text: t('acts:visit.enterResult.fields.otherProblem.label') }, { text: t('acts:visit.enterResult.fields.finding.options.problem') }, { text: other }, { text: '' }] }] : []),
      ],
    };
  });
}
