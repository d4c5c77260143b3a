import { startsFormula } from './cell-text';

const runs = (text: string): boolean => startsFormula(text) || /^[\n＝＋－＠]/.test(text);

/** A cell on its way out into a spreadsheet: what would run as a formula gets an apostrophe in front. The register keeps the text as it is. */
export const neutraliseCell = (text: string): string => (runs(text) ? `'${text}` : text);

/** A cell of a file that we gave out, as it was before `neutraliseCell`. */
export const restoreCell = (text: string): string =>
  text.startsWith("'") && runs(text.slice(1)) ? text.slice(1) : text;
