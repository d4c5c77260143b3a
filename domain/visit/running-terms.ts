import type { Term } from '../calendar/term';
import { publicationTerm } from './publication-term';
import type { ResultState, VisitState } from './state';

/** Results that wait to be published, each with the term that runs for it. */
export function runningTerms(state: VisitState): { department: string; result: ResultState; term: Term }[] {
  return Object.entries(state.results).flatMap(([department, result]) => {
    const { stage, publication, completedOn } = result;
    const runs = stage === 'reviewed' && (publication === 'awaiting' || publication === 'withholdingProposed');
    return runs && completedOn !== undefined
      ? [{ department, result, term: { from: completedOn, workingDays: publicationTerm } }]
      : [];
  });
}
