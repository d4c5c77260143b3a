import { startsFormula } from './cell-text';

/** A cell on its way out into a spreadsheet: what would run as a formula gets an apostrophe in front. The register keeps the text as it is. */
export const neutraliseCell = (text: string): string =>
  startsFormula(text) || /^[\n＝＋－＠]/.test(text) ? `'${text}` : text;
