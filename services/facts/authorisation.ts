import type { Queryable } from '../../db/queryable';
import type { FactAnswers } from '../../domain/facts';

interface Authorisation {
  id: string;
  document: string;
  scope: string;
  validFrom: string;
  validTo: string;
}

/** A standing authorisation of the conference that is valid on a day; kept in the settings with its document and scope (M10). */
export async function authorisation(manager: Queryable, id: string, on: string): Promise<FactAnswers['authorisation']> {
  const rows: { value: Authorisation[] }[] = await manager.query(
    `SELECT value FROM setting WHERE key = 'decision.authorisations'`,
  );
  const found = rows[0]?.value.find(
    (candidate) => candidate.id === id && candidate.validFrom <= on && on <= candidate.validTo,
  );
  return found ? { id: found.id, document: found.document, scope: found.scope } : { missing: true };
}
