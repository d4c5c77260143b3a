import type { Actor } from '../../../domain/actor';
import { reachOf, type RegisterAct } from '../../../domain/registers/permissions';
import { actorOf, type Person } from '../../person';

/** The person in the capacity that may do this act on a register, the widest reach first; nothing where none may. */
export function registerActor(person: Person, act: RegisterAct): Actor | undefined {
  const able = person.capacities.filter((capacity) => reachOf(act, capacity) !== undefined);
  const capacity = able.find((candidate) => reachOf(act, candidate) === 'all') ?? able[0];
  return capacity && actorOf(person, capacity);
}

/** Whether a button for the act is shown on a row of these owners; the page and the service check again. */
export function mayChange(person: Person, act: RegisterAct, owners: readonly string[]): boolean {
  const actor = registerActor(person, act);
  if (!actor) return false;
  return reachOf(act, actor.capacity) === 'all' || owners.includes(actor.department);
}
