import { refuse, type Refused } from '../act';
import type { FactAnswers, OfficerOn } from '../facts';
import { inspecting } from './inspecting';
import type { VisitState } from './state';

/** 行政处罚法 第四十二条: never fewer than two officers with a certificate. */
const fewest = 2;

/** Every officer that the draw or a replacement sends to a visit. */
export function officersOf(state: VisitState): string[] {
  return [...new Set(inspecting(state).flatMap(([, result]) => result.officers))];
}

/** Refuses where a team has not two officers whose certificate is valid on the day, naming those of it who have none. */
export function teamsObstacle(
  teams: readonly (readonly string[])[],
  officers: readonly OfficerOn[],
  on: string,
): Refused | undefined {
  const without = teams.flatMap((team) => {
    const known = officers.filter(({ id }) => team.includes(id));
    return known.filter(({ certified }) => certified).length >= fewest ? [] : known.filter((one) => !one.certified);
  });
  return withoutCertificate(without, on);
}

/** Refuses by naming officers who have no certificate on the day; nobody named, nothing refused. */
export function withoutCertificate(officers: readonly OfficerOn[], on: string): Refused | undefined {
  if (officers.length === 0) return undefined;
  return refuse('OFFICERS_WITHOUT_CERTIFICATE', {
    on,
    names: [...new Set(officers.map(({ name }) => name))].join('、'),
    officers: officers.map(({ name, department }) => ({ name, department })),
  });
}

/** Refuses by naming officers who must keep away from the firm; nobody named, nothing refused. */
export function recusedObstacle(recused: FactAnswers['recusedOfficers']): Refused | undefined {
  if (recused.length === 0) return undefined;
  return refuse('OFFICERS_RECUSED', { names: recused.map(({ name }) => name).join('、') });
}
