import type { Actor } from '../../../domain/actor';
import { reachOf, type RegisterAct } from '../../../domain/registers/permissions';
import { actorOf, type Person } from '../../person';

/** The person in the capacity that may do this act on a register, the widest reach first; nothing where none may. */
export function registerActor(person: Person, act: RegisterAct): Actor | undefined {
  const able = person.capacities.filter((capacity) => reachOf(act, capacity) !== undefined);
  const capacity = able.find((candidate) => reachOf(act, candidate) === 'all') ?? able[0];
  return capacity && actorOf(person, capacity);
}
