import { type Capacity } from '../../domain/actor';
import { pathTo, type PathName } from '../paths';
import type { Person } from '../person';

/** Where those work for whom no case ever waits. */
const workplaces: Partial<Record<Capacity, PathName>> = {
  supervisor: 'dashboard',
  systemAdministrator: 'faults',
  securityAdministrator: 'accounts',
  auditAdministrator: 'supervision',
};

/** The page on which a person's day begins: 待办, or the place of work of whoever has no 待办. */
export function startOf({ capacities }: Pick<Person, 'capacities'>): string {
  const places = capacities.map((capacity) => workplaces[capacity]);
  const [first] = places;
  return pathTo(first && places.every((place) => place !== undefined) ? first : 'home');
}
