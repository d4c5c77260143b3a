import { z } from 'zod';
import { refuse, type Occasion, type Refused } from '../act';
import type { FactAnswers } from '../facts';
import { day, fileIds, line } from '../fields';
import type { AuthorisedMatter } from '../registers/setting-values';
import { authorisationObstacle } from './authorised';
import type { Basis, JointCheckState } from './state';

/** What a person says of the conference's minutes, or of its written authorisation, on which an act of the office rests (M10). */
export const basisFields = {
  basis: z.enum(['minutes', 'authorisation']).optional(),
  minutesNumber: line(60).optional(),
  minutesDate: day.optional(),
  attachments: fileIds.default([]),
  authorisation: line(64, 0).optional().meta({ options: 'authorisations' }),
};
type GivenBasis = z.infer<z.ZodObject<typeof basisFields>>;

/** What is asked of the rows about a basis. */
export function basisQuestions(state: JointCheckState, given: GivenBasis, { today }: Occasion) {
  return {
    scans: { kind: 'attachments' as const, ids: given.attachments },
    authorisation: {
      kind: 'authorisation' as const,
      id: given.authorisation ?? '',
      on: today,
      items: state.items,
    },
  };
}

/**
 * The basis as it is kept, with scope and last day as they are now; or why it does not carry the matter: determining,
 * refusing, ending and extending rest on minutes or on an authorisation whose scope is checked (11-law-and-practice.md).
 */
export function basisOf(
  given: GivenBasis,
  matter: AuthorisedMatter,
  { today }: Occasion,
  facts: Pick<FactAnswers, 'authorisation'> & { scans: FactAnswers['attachments'] },
): Basis | Refused {
  if (facts.scans.length !== given.attachments.length) return refuse('FILE_UNKNOWN', { field: 'attachments' });
  if (given.basis === 'minutes') {
    const scan = facts.scans[0];
    if (!given.minutesNumber || !given.minutesDate || !scan)
      return refuse('MINUTES_INCOMPLETE', { field: 'minutesNumber' });
    if (given.minutesDate > today) return refuse('DATE_IN_FUTURE', { field: 'minutesDate', date: given.minutesDate });
    return { kind: 'minutes', number: given.minutesNumber, date: given.minutesDate, scan: scan.id };
  }
  if (given.basis === 'authorisation') {
    if (!given.authorisation) return refuse('BASIS_NEEDED', { field: 'authorisation' });
    const obstacle = authorisationObstacle(facts.authorisation, matter);
    if (obstacle || 'missing' in facts.authorisation) return obstacle ?? refuse('AUTHORISATION_NOT_VALID');
    const { id, document, scope, validTo } = facts.authorisation;
    return { kind: 'authorisation', id, document, scope, validTo };
  }
  return refuse('BASIS_NEEDED', { field: 'basis' });
}
