import { kindOf, findAct } from '../domain/processes';
import { versionSeen } from '../domain/replaces';
import type { ActOutcome } from '../engine/perform-act';
import { findState } from '../services/queries/cases/find-state';
import { mayReadCase } from '../services/queries/cases/may-read-case';
import type { AppWorld } from './app-world';
import { capacityFor, type Person } from './person';
import { toldRefusal } from './told-refusal';

export interface PersonsAct {
  act: string;
  /** Absent where the act opens a case. */
  caseId?: string;
  input: Record<string, unknown>;
  submission: string;
}

/** Checks a person's act at the boundary and hands it to the case; the same checks are made again where it takes effect. */
export async function performFor(world: AppWorld, person: Person, request: PersonsAct): Promise<ActOutcome> {
  const found = findAct(request.act);
  if (!found || found.act.byClock) return { kind: 'refused', code: 'ACT_UNKNOWN', details: { act: request.act } };
  const { act, process } = found;
  const { input, submission } = request;

  if (act.opens) {
    const { actor, obstacle } = capacityFor(person, process, act, undefined);
    if (obstacle) return { kind: 'refused', code: obstacle, details: { act: act.name } };
    return world.perform({ act: act.name, actor, input, submission });
  }

  const caseId = request.caseId ?? '';
  const state = kindOf(caseId) === process.kind ? await findState(world.dataSource, caseId) : undefined;
  if (!state || !(await mayReadCase(world.dataSource, person, caseId)))
    return { kind: 'refused', code: 'CASE_UNKNOWN', details: { case: caseId } };
  const { actor, obstacle } = capacityFor(person, process, act, state);
  if (obstacle === 'NOT_ENTITLED') return { kind: 'refused', code: obstacle, details: { act: act.name } };
  // Other obstacles are left to the judge: a repeated post of an act that was done must find its receipt, not a wrong stage.
  const outcome = await world.perform({ act: act.name, caseId, actor, input, submission });
  return outcome.kind === 'refused'
    ? { ...outcome, details: await toldRefusal(world, person, { act, caseId, seen: versionSeen(input) }, outcome) }
    : outcome;
}
