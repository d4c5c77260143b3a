import type { Prints } from '../face';

/** The papers of one visit; a department's own forms only for that department. */
export const visitPrints: Prints<'visit'> = {
  papers: ['inspection-notice', 'record-form', 'onsite-record', 'result-notice'],
  ofAll: ['inspection-notice'],
  has(paper, department, { state }) {
    if (paper === 'inspection-notice') return state.date !== undefined;
    const result = state.results[department];
    return paper === 'result-notice' ? result?.stage === 'reviewed' : result !== undefined;
  },
};
