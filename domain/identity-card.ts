import { isDay } from './calendar/iso-day';
import { codeForm } from './text/normal-form';

/** Provinces by the first two digits of GB/T 2260, with Taiwan, Hong Kong, Macao and their residence permits (83). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
/** The eldest whose number could stand in a list today, with room: the first law asks for nothing earlier. */
const firstYear = 1880;
/** For rules that know no day: none is later. */
const noDayYet = '2099-12-31';

/**
 * How a number reads: `certain` = it is an identity card's (GB 11643) · `possible` = it could be one and is a right number
 * of its own kind, too, so that a person must say · `no`.
 */
export type CardReading = 'certain' | 'possible' | 'no';

/**
 * Whether a number is that of an identity card: 18 characters by their check digit (ISO 7064 mod 11-2), or 15 digits of the
 * old form, which have none; a real area and a real day from 1880 to today. Registration numbers of firms have 15 digits
 * with a check digit of their own (mod 11,10) and may begin like an area: where that fails the number is no firm's.
 * @param today YYYY-MM-DD; where it is unknown a later day counts as real, too
 */
export function readCard(text: string, today: string = noDayYet): CardReading {
  const number = codeForm(text).replace(/-/g, '');
  if (/^\d{17}[\dX]$/.test(number)) {
    // Some also pass the check of GB 32100; a firm's code has no day where a card has one.
    const fits = provinces.has(number.slice(0, 2)) && isBirthday(number.slice(6, 14), today) && hasCardCheck(number);
    return fits ? 'certain' : 'no';
  }
  if (!/^\d{15}$/.test(number)) return 'no';
  const born = number.slice(6, 12);
  const fits = provinces.has(number.slice(0, 2)) && ['18', '19'].some((century) => isBirthday(century + born, today));
  if (!fits) return 'no';
  return hasRegistrationCheck(number) ? 'possible' : 'certain';
}

/** A code as it may go public: nothing where it is the number of an identity card. */
export const publicCode = (code: string | null): string | null =>
  code !== null && readCard(code) === 'certain' ? null : code;

const hasCardCheck = (number: string): boolean =>
  checkCharacters.charAt(
    weights.reduce((sum, weight, index) => sum + weight * Number(number.charAt(index)), 0) % 11,
  ) === number.charAt(17);

/** The check digit of a firm's registration number: ISO 7064 mod 11,10 over all fifteen digits. */
export function hasRegistrationCheck(number: string): boolean {
  let product = 10;
  for (const digit of number.slice(0, -1)) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(number.slice(-1))) % 10 === 1;
}

/** A real day from 1880 to today, written as YYYYMMDD. */
function isBirthday(digits: string, today: string): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isDay(day) && Number(digits.slice(0, 4)) >= firstYear && day <= today;
}

const numbersInText = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])/g;

/** The numbers of identity cards that stand in a text, in whatever width they are written. */
export function cardsIn(text: string): string[] {
  const narrow = text.replace(/[\uFF10-\uFF19\uFF38\uFF58]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
  return (narrow.match(numbersInText) ?? []).filter((number) => readCard(number) === 'certain');
}

/** A number as it may be shown to somebody who has to find it again: area and nothing more. */
export const maskCard = (number: string): string =>
  `${number.slice(0, 6)}${'*'.repeat(Math.max(0, number.length - 6))}`;

/** A text with the numbers of identity cards in it masked. */
export function withoutCards(text: string): string {
  return cardsIn(text).reduce((shown, number) => {
    const written = new RegExp([...number].map((sign) => signsOf(sign)).join(''), 'g');
    return shown.replace(written, maskCard(number));
  }, text);
}

const signsOf = (sign: string): string =>
  /[Xx]/.test(sign) ? '[XxＸｘ]' : `[${sign}${String.fromCharCode(sign.charCodeAt(0) + 0xfee0)}]`;
