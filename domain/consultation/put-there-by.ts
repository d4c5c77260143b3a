import type { PutThereBy } from '../refusals/put-there-by';

/** What stands in the way of an act, and by which acts it came to stand there. */
export const putThereBy: PutThereBy = {
  ALREADY_ANSWERED: ['consultation.sendAnswer'],
  ALREADY_HANDED_ON: ['consultation.handOn'],
  NO_DRAFT: ['consultation.returnDraft', 'consultation.sendAnswer'],
};
