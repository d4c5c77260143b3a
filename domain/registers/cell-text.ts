const fullWidth = /[\uFF01-\uFF5E]/g;

/** Full-width digits, letters and signs as half-width; ideographic spaces as spaces. Other characters stay (unlike NFKC). */
export const halfWidth = (text: string): string =>
  text.replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');

/** The text without spaces of any width at either end. */
export const trimmed = (text: string): string => text.replace(/^[\s\u00A0\u200B\uFEFF]+|[\s\u00A0\u200B\uFEFF]+$/g, '');

export const isBlank = (text: string): boolean => trimmed(text) === '';

/** A number that a program has written as 9.13E+17, or 9.13E17: its digits are lost. 2E10 may as well be a number of a certificate. */
export const isScientific = (text: string): boolean => /^[+-]?\d(?:(?:\.\d+)?E\+|\.\d+E)\d+$/i.test(trimmed(text));

/** A cell that a spreadsheet would run as a formula. */
export const startsFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);

/** Texts of a cell with several values, with the sign that separates them. */
export const splitList = (text: string): string[] =>
  text
    .split(/[、，,;；]/)
    .map(trimmed)
    .filter((part) => part !== '');
