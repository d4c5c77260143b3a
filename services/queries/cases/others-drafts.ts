import type { ConsultationState } from '../../../domain/consultation/state';
import type { CaseState } from '../../../domain/process';

/** The act by which a department writes down an answer that it has not sent. */
export const draftingAct = 'consultation.draftAnswer';

/** A case's state without what other departments have drafted and not sent: a draft is its department's own. */
export function withoutOthersDrafts(state: CaseState, department: string): CaseState {
  if (!state.id.startsWith('consultation/')) return state;
  const round = state as ConsultationState;
  const letters = Object.entries(round.letters).map(
    ([unit, letter]) => [unit, unit === department ? letter : { ...letter, draft: undefined }] as const,
  );
  return { ...round, letters: Object.fromEntries(letters) } as CaseState;
}

/** Whether a reader of a round may have this file: it came with an answer, or it is their own department's. */
export function mayHaveFileOfRound(state: ConsultationState, department: string, file: string): boolean {
  return Object.entries(state.letters).some(
    ([unit, letter]) =>
      letter.answer?.attachments.includes(file) || (unit === department && letter.draft?.attachments.includes(file)),
  );
}
