import type { ConsultationState } from '../../../domain/consultation/state';
import type { Book } from '../book';
import { consultationLetter, consultationReply } from './papers';

/** A round has no rows beside its own; its letters are papers. */
export const consultationBook: Book<ConsultationState> = {
  project: async () => undefined,
  papers: { 'consultation-letter': consultationLetter, 'consultation-reply': consultationReply },
  casesOf: async (_dataSource, row) => [row.caseId],
};
