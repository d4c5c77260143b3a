import type { ConsultationState } from './state';

type Draft = ConsultationState['letters'][string]['draft'];

/** Whether a leader must have opened a letter before it is answered: all but a draft that consents without a word or a file. */
export function leaderReadsFirst(draft: Draft): boolean {
  return draft?.verdict !== 'agree' || Boolean(draft.reasons) || draft.attachments.length > 0;
}
