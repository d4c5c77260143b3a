/**
 * Numbers of cases. A letter for the kind stands in each, so that no two kinds ever bear the same number: a case of its
 * own is `320723-2026-L0007`, a part adds its own letter and serial to its parent's number: `320723-2026-L0007-Z1`.
 */

/** Shape of the number of a case that was opened by itself. */
const ownNumber = /^(\d{6})-(\d{4})-([A-Z])(\d{4,9})/;
const serialDigits = 4;

/**
 * The number of a case that is opened by itself.
 * @param county six digits of GB/T 2260
 * @param serial from 1, within the kind's year
 */
export function caseNumber(county: string, year: number, letter: string, serial: number): string {
  return `${county}-${year}-${letter}${String(serial).padStart(serialDigits, '0')}`;
}

/** The number of a part of a case; `digits` where there are many, so that lists sort by it. */
export function partNumber(parent: string, letter: string, serial: number, digits = 1): string {
  return `${parent}-${letter}${String(serial).padStart(digits, '0')}`;
}

/** The number of the case that was opened by itself with which the number of any of its parts begins. */
export function ownNumberOf(number: string): string {
  return ownNumber.exec(number)?.[0] ?? number;
}

/**
 * Year and serial that a number, or that of any of its parts, begins with.
 * @throws RangeError for a text that is no number of a case
 */
export function yearAndSerialOf(number: string): { year: number; letter: string; serial: number } {
  const [, , year, letter = '', serial] = ownNumber.exec(number) ?? [];
  if (!year) throw new RangeError(`"${number}" is no number of a case.`);
  return { year: Number(year), letter, serial: Number(serial) };
}
