import type { Prints } from '../face';

/** The papers of one visit; a department's own forms only for that department. */
export const visitPrints: Prints<'visit'> = {
  papers: ['inspection-notice', 'record-form', 'onsite-record', 'result-notice'],
  ofAll: ['inspection-notice'],
  has(paper, department, { state }) {
    // A notice that is not out has neither number nor day of issue: it is a draft, and no paper.
    if (paper === 'inspection-notice')
      return !state.unannounced && (state.stage === 'noticed' || state.stage === 'closed');
    const result = state.results[department];
    return paper === 'result-notice'
      ? result?.stage === 'reviewed'
      : result !== undefined && result.stage !== 'excused';
  },
};
