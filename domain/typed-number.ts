import { normalForm } from './text/normal-form';

const countyDigits = 6;
const yearDigits = 4;
const longestSerial = 6;
/** Groups of letters and digits as they follow one another without dashes, behind digits that need none, before letters that go on. */
const chunk = /^(\d*)((?:[a-z]+\d+)*)([a-z]*)$/;
const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/**
 * The number of a case as people type it, with or without dashes, zeros, county, year and letters, as a pattern of SQL's LIKE
 * over the numbers that cases are found by (`case_search`): `L0007-c1` becomes `%.l7.c1.%`. Digits without a letter are the
 * serial of any kind. Nothing for a word that is no number.
 */
export function numberPattern(word: string): string | undefined {
  const form = normalForm(word);
  if (!/\d/.test(form)) return undefined;
  const groups: string[] = [];
  let open = false;
  for (const part of form.split('-').filter((each) => each !== '')) {
    // The code of a unit goes on with the letter that follows it: `-SCJG-Y1` is one group.
    const goesOn: string = open && /^[a-z]/.test(part) ? (groups.pop() ?? '') : '';
    const [, digits, lettered = '', last] = chunk.exec(goesOn + part) ?? [];
    if (digits === undefined || (open && goesOn === '')) return undefined;
    const head = headGroups(digits, groups.length === 0);
    if (!head) return undefined;
    groups.push(...head, ...[...lettered.matchAll(/([a-z]+)(\d+)/g)].map(([, name, n = '']) => name + withoutZeros(n)));
    if (last) groups.push(last);
    open = Boolean(last);
  }
  return `%.${groups.join('.')}${open ? '' : '.'}%`;
}

/** County and year, one of them, or the serial of whatever kind; nothing for digits that no number of a case begins with. */
function headGroups(digits: string, first: boolean): string[] | undefined {
  if (digits === '') return [];
  const isYear = (text: string) => text.length === yearDigits && text.startsWith('20');
  const [county, year] = [digits.slice(0, countyDigits), digits.slice(countyDigits)];
  if (first && isYear(year)) return [county, year];
  if (isYear(digits)) return [digits];
  if (first && digits.length === countyDigits && !digits.startsWith('0')) return [digits];
  return digits.length <= longestSerial ? [`_${withoutZeros(digits)}`] : undefined;
}
