import { withoutMarks } from './invisible-marks';
import { plainSign } from './look-alikes';
import { withTwins } from './private-twins';

/**
 * Compatibility forms that mean the same text: full and half width, small and vertical forms, radicals, ligatures, Roman
 * numerals, bracketed numbers. Others change what is said (①, ², ½, ㎡ …) and stay.
 */
const safe =
  /[\u2160-\u217F\u2E80-\u2FDF\u3000\u3200-\u3247\uFB00-\uFB06\uFE10-\uFE19\uFE30-\uFE52\uFE54-\uFE6B\uFF01-\uFFEE]/u;
/** Spaces of every kind, and the blank of Braille. */
const space = /[\s\u2800]/gu;

/** The full stop of either keyboard between ideographs: the dot in a name, as the key for it gives. */
const dotBetween = /(?<=\p{Script=Han})[.․。｡](?=\p{Script=Han})/gu;

const simple = (character: string): string => plainSign(safe.test(character) ? character.normalize('NFKC') : character);
const oneCase = (character: string): string => character.toUpperCase().toLowerCase();

/** Texts of plain ideographs, small letters and digits, as most are, are their own form. */
const plain = /^[\u4E00-\u9FA5a-z0-9]*$/;

/**
 * The one form in which texts are compared, matched, searched and found to be duplicates; it is stored beside names
 * (`db/name-keys.ts`) and never shown. Without invisible marks and spaces; compatibility and private-use twins, widths,
 * brackets, dots, dashes, quotation marks and cases as one. A change of it needs a migration that writes the stored forms anew.
 */
export function normalForm(text: string): string {
  let form = text;
  // Taken apart or changed in case, a sign may be one of a family again; two rounds end it.
  while (!plain.test(form)) {
    const next = simplify(form);
    if (next === form) break;
    form = next;
  }
  return form;
}

function simplify(text: string): string {
  const composed = withTwins(withoutMarks(text)).normalize('NFC');
  const signs = [...composed].map((character) => oneCase(simple(character))).join('');
  return signs.replace(space, '').replace(dotBetween, '·').normalize('NFC');
}

/** Whether two texts are the same to a reader. */
export const sameText = (one: string, other: string): boolean => normalForm(one) === normalForm(other);

/** A code or number as registers hold it: its normal form in capitals, without the quotation mark that spreadsheets leave. */
export const codeForm = (text: string): string => normalForm(text).replace(/['"]/g, '').toUpperCase();
