import type { Request } from 'express';
import { Refusal } from '../../../domain/refusal';
import { showCase, type CaseView } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import type { Person } from '../../person';

/**
 * The case that an address names, as the person who asks may see it.
 * @throws Refusal CASE_UNKNOWN where there is none, or none for this person
 */
export async function caseOf(world: AppWorld, req: Request): Promise<{ person: Person; view: CaseView }> {
  const person = personOf(req);
  const id = `${req.params['kind']}/${req.params['number']}`;
  const view = await showCase(world.dataSource, person, id);
  if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
  return { person, view };
}
