import { holdsCard } from '../identity-card';
import { shiftDay } from '../calendar/iso-day';
import type { Certificate } from './certificate';
import { accept, fix, refuse, warn, type Verdict } from './cell-verdict';
import { halfWidth, splitList, trimmed } from './cell-text';
import { checkDateCell } from './check-date-cell';
import { codeReasons, dateReasons, inspectorReasons, type ListSign } from './import-reasons';

const signs: [RegExp, ListSign][] = [
  [/、/, 'enumeration'],
  [/[，,]/, 'comma'],
  [/\//, 'slash'],
  [/[;；]/, 'semicolon'],
];

/** Numbers of certificates; several in one cell are told apart. */
export function checkCertificateNumbers(cell: string): Verdict<string[]> {
  const text = trimmed(cell);
  if (text === '') return refuse(inspectorReasons.certificateNone);
  const numbers = splitList(halfWidth(text).replace(/\//g, '、'));
  if (numbers.some((number) => !/\d/.test(number))) return refuse(inspectorReasons.certificateWords);
  if (numbers.some(holdsCard)) return refuse(codeReasons.identityCard);
  const sign = signs.find(([pattern]) => pattern.test(text))?.[1];
  if (numbers.length > 1 && sign) return fix(numbers, inspectorReasons.certificatesBy(numbers.length, sign));
  return halfWidth(text) === text ? accept(numbers) : fix(numbers, inspectorReasons.certificateFullWidth);
}

/**
 * Days on which certificates expire, beside their numbers. One day after a list holds for all of it; after a slash,
 * which may as well mean “or”, a person should look. None valid today = news: the person is drawn no more.
 */
export function checkExpiry(
  cell: string,
  numbers: readonly string[],
  numbersCell: string,
  today: string,
): Verdict<Certificate[]> {
  const parts = splitList(cell);
  if (parts.length === 0) return refuse(inspectorReasons.expiryEmpty);
  const verdicts = parts.map(checkDateCell);
  const failed = verdicts.find((verdict) => verdict.value === undefined)?.finding?.reason;
  if (failed) return refuse(failed.code === dateReasons.noDate.code ? inspectorReasons.expiryNoDate : failed);
  const days = verdicts.map((verdict) => verdict.value ?? '');
  const latest = days.reduce((late, day) => (day > late ? day : late), '');
  if (days.length > 1 && days.length !== numbers.length) return refuse(inspectorReasons.expiryCount);

  const certificates = numbers.map((no, index) => ({ no, expiresOn: days[index] ?? latest }));
  // That it has expired is news: the officer is in no pool from then on.
  if (latest < today) return warn(certificates, inspectorReasons.expired(today));
  if (days.some((day) => day < today)) return warn(certificates, inspectorReasons.oneOfTwoExpired);
  if (days.length === 1 && numbers.length > 1 && numbersCell.includes('/'))
    return warn(certificates, inspectorReasons.oneExpiryForTwo);
  if (latest <= shiftDay(today, 30)) return warn(certificates, inspectorReasons.expiresSoon);
  const mended = verdicts.find((verdict) => verdict.finding)?.finding;
  return mended ? { value: certificates, finding: mended } : accept(certificates);
}
