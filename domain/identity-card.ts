import { isDay } from './calendar/iso-day';
import { withoutMarks } from './text/invisible-marks';
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

/** What people put between the groups of a number, and what nobody sees in it: any sign, up to three; no letter, no digit. */
const between = '[^\\p{L}\\p{N}]{0,3}';
/** Letters and signs that are typed for the X of a check character. */
const likeX = /[ХхΧχ×✕✖╳⨯]/u;
/** 18 characters however they are grouped, and no part of a longer number. */
const cardInText = new RegExp(`(?<!\\d)\\d(?:${between}\\d){16}${between}[\\dX](?![\\dX])`, 'giu');
/** 15 digits have no check of their own: only in one piece or as area, day and number, and in no word or hash. */
const oldCardInText = new RegExp(`(?<![\\dA-Z])\\d{6}${between}\\d{6}${between}\\d{3}(?![\\dA-Z])`, 'giu');
const fewestDigits = 15;
const digit = /\p{Nd}/gu;

interface FoundCard {
  number: string;
  /** From where to where it stands in the text, in code units. */
  from: number;
  to: number;
}

function findCards(text: string): FoundCard[] {
  if ((text.match(digit)?.length ?? 0) < fewestDigits) return [];
  const { plain, places } = inPlainDigits(text);
  return [cardInText, oldCardInText]
    .flatMap((pattern) => [...plain.matchAll(pattern)])
    .map((match) => ({
      number: match[0].replace(/[^\dX]/gi, '').toUpperCase(),
      from: places[match.index] ?? 0,
      to: places[match.index + match[0].length] ?? text.length,
    }))
    .filter(({ number }) => readCard(number) === 'certain')
    .sort((one, other) => one.from - other.from);
}

/** The text without invisible marks and with digits of one width, and where each of its code units stood. */
function inPlainDigits(text: string): { plain: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  let place = 0;
  for (const sign of text) {
    const narrow = likeX.test(sign) ? 'X' : (digitOf(sign) ?? sign.normalize('NFKC'));
    const kept = /^[\dX]$/i.test(narrow) ? narrow : withoutMarks(sign);
    for (let unit = 0; unit < kept.length; unit += 1) places.push(place);
    plain += kept;
    place += sign.length;
  }
  return { plain, places };
}

/** A digit of whatever script as 0 to 9; their blocks begin at a code point that ends in 0 or in 6. */
function digitOf(sign: string): string | undefined {
  if (/^\d$/.test(sign)) return sign;
  const narrow = sign.normalize('NFKC');
  if (!/^\p{Nd}$/u.test(narrow)) return undefined;
  const code = narrow.codePointAt(0) ?? 0;
  const low = code % 16;
  const fromZero = low < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - low));
  return String(fromZero ? low : low - 6);
}

/** The numbers of identity cards that stand in a text, in whatever width and groups they are written. */
export const cardsIn = (text: string): string[] => findCards(text).map(({ number }) => number);

/** Whether a text is the number of an identity card, or has one in it. */
export const holdsCard = (text: string): boolean => readCard(text) === 'certain' || cardsIn(text).length > 0;

/** A number as it may be shown to somebody who has to find it again: area and nothing more. */
export const maskCard = (number: string): string =>
  `${number.slice(0, 6)}${'*'.repeat(Math.max(0, number.length - 6))}`;

/** A text with the numbers of identity cards in it masked. */
export function withoutCards(text: string): string {
  let shown = '';
  let shownTo = 0;
  for (const { number, from, to } of findCards(text)) {
    shown += text.slice(shownTo, from) + maskCard(number);
    shownTo = to;
  }
  return shown + text.slice(shownTo);
}

/** A value of whatever form with the numbers of identity cards in its texts masked, each text by itself. */
export function masked<Value>(value: Value): Value {
  if (typeof value === 'string') return withoutCards(value) as Value;
  if (typeof value === 'number')
    return (readCard(String(value)) === 'certain' ? maskCard(String(value)) : value) as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => masked(each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, masked(each)]),
  ) as Value;
}

/** Whether the number of an identity card stands anywhere in a value: in a text, or as a number. */
export function carriesCard(value: unknown): boolean {
  if (typeof value === 'string') return holdsCard(value);
  if (typeof value === 'number') return holdsCard(String(value));
  if (typeof value === 'object' && value !== null) return Object.values(value).some(carriesCard);
  return false;
}
