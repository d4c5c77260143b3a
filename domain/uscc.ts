/** Unified social credit code (统一社会信用代码), GB 32100-2015. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const subjectAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const subjectWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Eighteen characters of the code's alphabet; says nothing of the check character. */
export const isUsccShape = (text: string): boolean => shape.test(text);

/** Characters that the alphabet does not have, in the order they appear. */
export const foreignCharacters = (text: string): string[] =>
  [...text].filter((character) => !alphabet.includes(character));

/**
 * The check character of the first 17 characters: (31 − Σ value·3^i mod 31) mod 31.
 * @throws RangeError if the body is not 17 characters of the alphabet
 */
export function usccCheck(body: string): string {
  if (!/^[0-9A-HJ-NPQRTUWXY]{17}$/.test(body))
    throw new RangeError('The body of a credit code is 17 characters of its alphabet.');
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Whether shape and check character agree. Some early codes fail: warn, do not refuse. */
export const hasUsccCheck = (code: string): boolean =>
  isUsccShape(code) && usccCheck(code.slice(0, 17)) === code.charAt(17);

/**
 * A whole code from its parts; the subject's own check (GB 11714) and the last character are computed.
 * @param registration two characters: 91 enterprise, 92 individual business, 93 co-operative, 52 non-enterprise unit …
 * @param division six digits of GB/T 2260
 * @param subject eight characters, such as MAYY0001
 * @throws RangeError on parts of another shape
 */
export function composeUscc(registration: string, division: string, subject: string): string {
  if (
    !/^[0-9A-HJ-NPQRTUWXY]{2}$/.test(registration) ||
    !/^\d{6}$/.test(division) ||
    !/^[0-9A-HJ-NPQRTUWXY]{8}$/.test(subject)
  ) {
    throw new RangeError('A credit code is made of 2 characters, 6 digits and 8 characters.');
  }
  const sum = [...subject].reduce(
    (total, character, index) => total + subjectAlphabet.indexOf(character) * (subjectWeights[index] ?? 0),
    0,
  );
  const rest = 11 - (sum % 11);
  const subjectCheck = rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
  const body = `${registration}${division}${subject}${subjectCheck}`;
  return body + usccCheck(body);
}

/** Why a failing code may fail: letters swapped while typing, an early code outside the rule, or a plain mistake. */
export function explainFailedCheck(code: string): 'transposed' | 'early' | 'wrong' {
  const swapped = `${code.slice(0, 8)}${code.charAt(9)}${code.charAt(8)}${code.slice(10)}`;
  // Subjects registered since 2015 begin with MA, so AM is MA mistyped.
  if (code.slice(8, 10) === 'AM' && hasUsccCheck(swapped)) return 'transposed';
  return code.slice(8, 10) === 'MA' || code.slice(8, 10) === 'AM' ? 'wrong' : 'early';
}
