import type { Term } from '../calendar/term';
import { publishTermOf } from './publication-term';
import type { ResultState, VisitState } from './state';

/** Results that are still to be published, each with the term that runs for it. */
export function runningTerms(state: VisitState): { department: string; result: ResultState; term: Term }[] {
  return Object.entries(state.results).flatMap(([department, result]) => {
    const running = publishTermOf(result);
    return running ? [{ department, result, term: { from: running.from, workingDays: running.workingDays } }] : [];
  });
}
