import type { PutThereBy } from '../refusals/put-there-by';

/** What stands in the way of an act, and by which acts it came to stand there. */
export const putThereBy: PutThereBy = {
  ROUND_OPEN: ['jointCheck.consult'],
  NO_STANDING_OBJECTION: ['jointCheck.withdrawObjection', 'jointCheck.settleByMinutes', 'jointCheck.revise'],
  DECISION_PROPOSED: ['jointCheck.proposeDecision'],
  NO_DECISION_PROPOSED: ['jointCheck.decide'],
  NO_OPEN_CONDITION: ['jointCheck.fulfilCondition'],
  CONDITION_FULFILLED: ['jointCheck.fulfilCondition'],
  EXTENSION_PROPOSED: ['jointCheck.proposeExtension'],
  NO_EXTENSION_PROPOSED: ['jointCheck.decideExtension'],
  DEPARTMENT_RELEASED: ['jointCheck.releaseDepartment'],
};
