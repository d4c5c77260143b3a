/** What systems send, by act. */
export const drawExamples = { freeze: {}, hold: {} };
