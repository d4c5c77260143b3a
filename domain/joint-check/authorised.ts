import { refuse, type Refused } from '../act';
import type { FactAnswers } from '../facts';
import type { AuthorisedMatter } from '../registers/setting-values';
import type { ProposedDecision } from './state';

/** What a decision needs of the conference: its determination or its refusal; giving a scheme back needs nothing. */
export function matterOf(outcome: ProposedDecision['outcome']): AuthorisedMatter | undefined {
  if (outcome === 'return') return undefined;
  return outcome === 'reject' ? 'refuse' : 'determine';
}

/** Why an authorisation does not carry a decision: it is not valid on the day, for this matter, or for all items of the check. */
export function authorisationObstacle(
  authorisation: FactAnswers['authorisation'],
  matter: AuthorisedMatter,
): Refused | undefined {
  if ('missing' in authorisation) return refuse('AUTHORISATION_NOT_VALID', { field: 'authorisation' });
  if (!authorisation.matters.includes(matter) || authorisation.outside.length > 0)
    return refuse('AUTHORISATION_NOT_COVERING', {
      field: 'authorisation',
      scope: authorisation.scope,
      items: authorisation.outside,
    });
  return undefined;
}
