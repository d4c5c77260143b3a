import { certificateOn } from '../../../domain/registers/certificate';
import type { ResultState, VisitState } from '../../../domain/visit/state';
import { officersOf, type OfficerFacts } from '../../../services/queries/cases/visit-view';
import type { FactsContext } from '../facts';

/** Everybody whom a visit's results name as officers. */
export async function officersIn({ world }: FactsContext, state: VisitState): Promise<OfficerFacts[]> {
  const ids = Object.values(state.results).flatMap((result) => [
    ...teamOf(result),
    ...(result.replaced ?? []).map(({ out }) => out),
  ]);
  return officersOf(world.dataSource, [...new Set(ids)], state.object);
}

/** A department's officers with the certificate that is valid on the day of the visit, and whom they replaced. */
export function teamLines(
  { t }: Pick<FactsContext, 't'>,
  state: VisitState,
  result: ResultState,
  officers: readonly OfficerFacts[],
): string[] {
  const day = dayOf(state, result);
  const find = (id: string) => officers.find((officer) => officer.id === id);
  const named = (id: string) => find(id)?.name ?? '';
  return [
    ...result.officers.map((id) => {
      const certificate = certificateOn(find(id)?.certificates ?? [], day);
      return certificate ? t('pages:visit.officer', { name: named(id), certificate: certificate.no }) : named(id);
    }),
    ...(result.substitute ? [t('pages:visit.substitute', { name: named(result.substitute.officer) })] : []),
    ...(result.replaced ?? []).map((line) =>
      t('pages:visit.replaced', {
        out: named(line.out),
        in: named(line.in),
        reason: t(`acts:visit.replaceOfficer.fields.reasonCode.options.${line.reason}`),
      }),
    ),
  ];
}

/**
 * What keeps a visit's officers from entering or confirming: a recusal, not being on duty, no account, no certificate on the day, a
 * notice that names an officer who was replaced. Only of results that wait for their officers.
 */
export function officerObstacles(
  { world, units }: Pick<FactsContext, 'world' | 'units'>,
  state: VisitState,
  officers: readonly OfficerFacts[],
): string[] {
  const { t, formatDate } = world.views.texts;
  if (state.stage === 'closed' || state.stage === 'cancelled') return [];
  return Object.entries(state.results).flatMap(([department, result]) => {
    if (result.stage !== 'awaitingVisit' && result.stage !== 'entered') return [];
    const day = dayOf(state, result);
    const unit = units[department] ?? department;
    const team = teamOf(result);
    const lines = officers
      .filter(({ id }) => team.includes(id))
      .flatMap(({ name, account, certificates, onDuty, recused }) => [
        ...(recused ? [t('pages:visit.recused', { unit, name })] : []),
        // Who has left gets no account any more.
        ...(onDuty ? [] : [t('pages:visit.offDuty', { unit, name })]),
        ...(account === 'active' || !onDuty ? [] : [t(`pages:visit.account.${account}`, { unit, name })]),
        ...(certificateOn(certificates, day)
          ? []
          : [t('pages:visit.withoutCertificate', { unit, name, day: formatDate(day) })]),
      ]);
    return state.noticeOvertaken?.includes(department) ? [...lines, t('pages:visit.noticeOvertaken', { unit })] : lines;
  });
}

/** Whoever goes for a department: its officers, and who stands in for one. */
function teamOf({ officers, substitute }: ResultState): string[] {
  return [...officers, ...(substitute ? [substitute.officer] : [])];
}

/** The day on which certificates must be valid: that of the check, else of the appointment, else the last of the window. */
function dayOf({ date, windowTo }: VisitState, { completedOn }: ResultState): string {
  return completedOn ?? date ?? windowTo;
}
