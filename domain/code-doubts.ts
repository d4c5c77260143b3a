import { codeForm } from './text/normal-form';
import { foreignCharacters, hasUsccCheck, isUsccShape } from './uscc';

/** What is odd about something that looks like a unified social credit code (GB 32100-2015). */
export interface CodeDoubts {
  /** As registers would hold it. */
  code: string;
  /** How many characters it has, where they are not eighteen. */
  length?: number;
  /** Letters that the code's alphabet does not have. */
  letters?: string[];
  /** Whether its check character disagrees. */
  check?: boolean;
}

const codeLike = /^(?=(?:.*\d){6})[0-9A-Z]{13,22}$/;
const registrationLength = 15;
const codeLength = 18;

/** Reads what a person typed as a code; nothing where it does not look like one. */
export function codeDoubts(text: string): CodeDoubts | undefined {
  const code = codeForm(text).replaceAll('-', '');
  if (!codeLike.test(code)) return undefined;
  const letters = [...new Set(foreignCharacters(code))];
  const registration = /^\d+$/.test(code) && code.length === registrationLength;
  return {
    code,
    ...(code.length !== codeLength && !registration && { length: code.length }),
    ...(letters.length > 0 && { letters }),
    ...(isUsccShape(code) && !hasUsccCheck(code) && { check: true }),
  };
}
