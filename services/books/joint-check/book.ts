import type { JointCheckState } from '../../../domain/joint-check/state';
import type { Book } from '../book';
import { eachBy } from '../paper-of-case';
import { decisionPaper, workPlan } from './papers';
import { visitsOfPaper } from './visits-of-paper';

/** A joint check has no rows beside its own; the forms of all its visits are drawn as one file. */
export const jointCheckBook: Book<JointCheckState> = {
  project: async () => undefined,
  papers: { decision: eachBy(decisionPaper), 'work-plan': eachBy(workPlan) },
  casesOf: visitsOfPaper,
};
