import type { VisitState } from '../../../domain/visit/state';
import type { Book } from '../book';
import { itsOwn } from '../paper-of-case';
import { inspectionNotice, onsiteRecord, recordForm, resultNotice } from './papers';
import { projectVisit } from './results';

/** Result rows, the versions of the record form, what the public sees, and the papers of one visit. */
export const visitBook: Book<VisitState> = {
  project: projectVisit,
  papers: {
    'inspection-notice': inspectionNotice,
    'record-form': recordForm,
    'onsite-record': onsiteRecord,
    'result-notice': resultNotice,
  },
  casesOf: itsOwn,
};
