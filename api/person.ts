import type { Act } from '../domain/act';
import type { Actor, Capacity } from '../domain/actor';
import { obstacleTo } from '../domain/permissions/entitlement';
import type { CaseState, Process } from '../domain/process';
import type { Obstacle } from '../domain/refusals/refusal-list';
import type { PersonRow } from '../services/queries/people/find-person';

/** Who is signed in. */
export type Person = PersonRow;

/** The person in one of their capacities; who is also an officer stays one, so that nobody reviews what they entered. */
export function actorOf({ account, department, inspector }: Person, capacity: Capacity): Actor {
  return { account, capacity, department, ...(inspector ? { inspector } : {}) };
}

/**
 * In which capacity a person may do an act, with what stands against it.
 * The capacity that is free to act comes first, then one that is entitled but meets a rule.
 */
export function capacityFor(
  person: Person,
  process: Process,
  act: Act,
  state: CaseState | undefined,
): { actor: Actor; obstacle?: Obstacle } {
  const tried = person.capacities.map((capacity) => {
    const actor = actorOf(person, capacity);
    return { actor, obstacle: obstacleTo(process, act, state, actor) };
  });
  const free = tried.find((attempt) => attempt.obstacle === undefined);
  const entitled = tried.find((attempt) => attempt.obstacle !== 'NOT_ENTITLED');
  return free ?? entitled ?? tried[0] ?? { actor: actorOf(person, 'supervisor'), obstacle: 'NOT_ENTITLED' };
}

/** Supervisors and the audit administrator read the raw workflow histories. */
export function readsHistories(person: Person): boolean {
  return person.capacities.some((capacity) => capacity === 'supervisor' || capacity === 'auditAdministrator');
}
