import { seesAll } from '../../../domain/permissions/reader';
import type { Person } from '../../person';

/**
 * The unit that a person's dashboard is about.
 * @returns nothing for whoever oversees all units
 */
export const ownUnit = (person: Person): string | undefined => (seesAll(person) ? undefined : person.department);
