import type { ConsultationState } from '../../../domain/consultation/state';
import type { Book } from '../book';
import { eachBy, itsOwn } from '../paper-of-case';
import { consultationLetter, consultationReply } from './papers';

/** A round has no rows beside its own; its letters are papers. */
export const consultationBook: Book<ConsultationState> = {
  project: async () => undefined,
  papers: { 'consultation-letter': eachBy(consultationLetter), 'consultation-reply': eachBy(consultationReply) },
  casesOf: itsOwn,
};
