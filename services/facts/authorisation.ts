import type { Queryable } from '../../db/queryable';
import type { FactAnswers } from '../../domain/facts';
import { readSetting } from '../queries/registers/read-setting';

/** A standing authorisation of the conference that is valid on a day; kept in the settings with its document and scope (M10). */
export async function authorisation(manager: Queryable, id: string, on: string): Promise<FactAnswers['authorisation']> {
  const known = await readSetting(manager, 'decision.authorisations', on);
  const found = known.find((candidate) => candidate.id === id && candidate.validFrom <= on && on <= candidate.validTo);
  return found ? { id: found.id, document: found.document, scope: found.scope } : { missing: true };
}
