import type { Act } from '../domain/act';
import { kindOf, findAct } from '../domain/processes';
import type { RefusalCode, RefusalDetails } from '../domain/refusals/refusal-list';
import { versionSeen } from '../domain/replaces';
import type { ActOutcome } from '../engine/perform-act';
import { changedSince } from '../services/queries/cases/changed-since';
import { findState } from '../services/queries/cases/find-state';
import { mayReadCase } from '../services/queries/cases/may-read-case';
import type { AppWorld } from './app-world';
import { capacityFor, type Person } from './person';

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
    ? { ...outcome, details: await withChanges(world, person, { act, caseId, seen: versionSeen(input) }, outcome) }
    : outcome;
}

/** A refusal of an older version says what changed since; what it names is read for this person and kept nowhere. */
export async function withChanges(
  world: AppWorld,
  person: Person,
  { act, caseId, seen }: { act: Act; caseId: string; seen?: number },
  { code, details }: { code: RefusalCode; details: RefusalDetails },
): Promise<RefusalDetails> {
  const { current } = details as { current?: number };
  if (code !== 'STALE_VERSION' || current === undefined || seen === undefined) return details;
  return { ...details, changed: await changedSince(world.dataSource, person, caseId, act, { seen, current }) };
}
