import type { Term } from '../calendar/term';
import type { DueDay } from '../facts';
import { publishTermOf } from './publication-term';
import type { VisitState } from './state';

/** A term of one department's result that runs. */
export interface RunningTerm {
  /** Unique in the visit. */
  key: string;
  department: string;
  /** Where the result keeps the last day. */
  field: 'publishDue' | 'dispositionDue';
  due?: DueDay;
  term: Term;
}

/** The terms that run in a visit: until results are public, and until follow-ups with a term of law are decided. */
export function runningTerms(state: VisitState): RunningTerm[] {
  return Object.entries(state.results).flatMap(([department, result]) => {
    const terms: RunningTerm[] = [];
    const publication = publishTermOf(result);
    if (publication) {
      const { from, workingDays } = publication;
      terms.push({
        key: department,
        department,
        field: 'publishDue',
        due: result.publishDue,
        term: { from, workingDays },
      });
    }
    const { dispositionTerm, dispositionDue } = result;
    if (dispositionTerm && result.disposition === 'open')
      terms.push({
        key: `${department}/disposition`,
        department,
        field: 'dispositionDue',
        due: dispositionDue,
        term: dispositionTerm,
      });
    return terms;
  });
}
