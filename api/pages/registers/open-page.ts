import type { Request } from 'express';
import { Refusal } from '../../../domain/refusal';
import { personOf } from '../../middleware/require-person';
import type { PathName } from '../../paths';
import type { Person } from '../../person';
import { mayOpen } from '../frame';

/**
 * The person who opens a page, if the page or the list it belongs to stands in that person's navigation.
 * @throws Refusal NOT_SIGNED_IN, NOT_ENTITLED
 */
export function openPage(req: Request, name: PathName): Person {
  const person = personOf(req);
  if (!mayOpen(person, name)) throw new Refusal('NOT_ENTITLED', { page: name });
  return person;
}
