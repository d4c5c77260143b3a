import type { Replaces } from '../replaces';
import type { JointCheckState } from './state';

/** The scheme as it stands. */
export const theScheme: Replaces<JointCheckState> = {
  current: (state) => state.schemeVersion,
  made: { in: 'acts', by: (act) => act === 'jointCheck.propose' || act === 'jointCheck.revise', unit: 'any' },
};

/** What the director is asked to decide: a decision, or an extension. */
export const theProposal: Replaces<JointCheckState> = {
  current: (state) => state.proposals ?? 0,
  made: {
    in: 'acts',
    by: (act) => act === 'jointCheck.proposeDecision' || act === 'jointCheck.proposeExtension',
    unit: 'any',
  },
};
