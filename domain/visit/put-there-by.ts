import type { PutThereBy } from '../refusals/put-there-by';

/** What stands in the way of an act, and by which acts it came to stand there. */
export const putThereBy: PutThereBy = {
  CORRECTION_RUNNING: ['visit.correctResult'],
  RESULT_ENTERED: ['visit.enterResult', 'visit.allInOrder'],
  NOTHING_TO_PUBLISH: ['visit.publishResult', 'visit.proposeWithholding', 'visit.decideWithholding'],
  NO_WITHHOLDING_PROPOSED: ['visit.decideWithholding'],
  NOT_PUBLISHED: ['visit.withdrawPublication', 'visit.decideWithholding'],
  NO_OPEN_DISPOSITION: ['visit.concludeDisposition'],
};
