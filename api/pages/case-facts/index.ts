import type { CaseView } from '../../../services/queries/cases/show-case';
import { consultationFacts } from './consultation';
import { drawFacts } from './draw';
import type { CaseFacts, FactsContext } from './facts';
import { jointCheckFacts } from './joint-check';
import { referralFacts } from './referral';
import { visitFacts } from './visit';

const byKind: Record<string, (context: FactsContext, view: CaseView) => Promise<CaseFacts>> = {
  'joint-check': jointCheckFacts,
  consultation: consultationFacts,
  draw: drawFacts,
  visit: visitFacts,
  referral: referralFacts,
};

/** The facts of a case by its kind. */
export function caseFacts(context: FactsContext, view: CaseView): Promise<CaseFacts> {
  const facts = byKind[view.kind];
  return facts ? facts(context, view) : Promise.resolve({ rows: [], tables: [], records: [], links: [] });
}
