import type { OwnForm } from '../../face';
import { placesOfRules, proposalErrors } from './proposal-errors';
import { proposalFields } from './proposal-fields';
import { readProposal } from './read-proposal';
import { asksForecast } from './scope-forecast';

/** Proposing and revising a joint check: one page, because whoever drafts it works from a paper that has it all. */
export const proposalForm: OwnForm = {
  template: 'proposal',
  read: readProposal,
  asksAgain: asksForecast,
  show: ({ world, person }, values, messages) => proposalFields(world, person, values, messages),
  places: placesOfRules,
  placed: proposalErrors,
};
