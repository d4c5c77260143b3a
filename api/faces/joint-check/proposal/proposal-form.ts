import type { OwnForm } from '../../face';
import { begunProposal } from './begun-proposal';
import { placesOfRules, proposalErrors } from './proposal-errors';
import { proposalFields } from './proposal-fields';
import { turnsToStep } from './proposal-steps';
import { asksForItems } from './proposal-tasks';
import { readProposal } from './read-proposal';
import { asksForecast } from './scope-forecast';

/** Proposing and revising a joint check, in four steps of one form: what is typed in one of them goes with the others. */
export const proposalForm: OwnForm = {
  template: 'proposal',
  begins: begunProposal,
  read: readProposal,
  asksAgain: (body) => asksForecast(body) || asksForItems(body),
  turns: turnsToStep,
  show: proposalFields,
  places: placesOfRules,
  placed: proposalErrors,
};
