import { explainFailedCheck, foreignCharacters, hasUsccCheck } from '../uscc';
import { accept, fix, refuse, warn, type Verdict } from './cell-verdict';
import { halfWidth, isBlank, isScientific } from './cell-text';
import { codeReasons } from './import-reasons';

export interface FirmCode {
  uscc?: string;
  registrationNo?: string;
}

/** A credit code as people write it, in normal form; an old 15-digit registration number is taken as what it is. */
export function checkCodeCell(cell: string): Verdict<FirmCode> {
  if (isBlank(cell)) return refuse(codeReasons.empty);
  if (cell.startsWith('=')) return refuse(codeReasons.formula);
  if (isScientific(cell)) return refuse(codeReasons.scientific);
  const mended = mend(cell);
  const code = mended.code;
  if (/^\d{15}$/.test(code)) return warn({ registrationNo: code }, codeReasons.oldNumber);
  const foreign = foreignCharacters(code);
  if (foreign.length > 0) return refuse(codeReasons.foreign(foreign));
  if (code.length !== 18) return refuse(codeReasons.length(code.length));
  if (!hasUsccCheck(code)) return warn({ uscc: code }, codeReasons[explainFailedCheck(code)]);
  return mended.reason ? fix({ uscc: code }, mended.reason) : accept({ uscc: code });
}

const mendings: [RegExp, string][] = [
  [/^\u00A0/, codeReasons.leadingNoBreak],
  [/\u200B/, codeReasons.zeroWidth],
  [/^'/, codeReasons.apostrophe],
  [/[\uFF01-\uFF5E]/, codeReasons.fullWidth],
  [/\S\s+\S/, codeReasons.innerSpace],
  [/\s$/, codeReasons.trailingSpace],
  [/^\s/, codeReasons.leadingSpace],
  [/[a-z]/, codeReasons.lowerCase],
];

function mend(cell: string): { code: string; reason?: string } {
  const code = halfWidth(cell)
    .replace(/[\s\u00A0\u200B\uFEFF]/g, '')
    .replace(/^'/, '')
    .toUpperCase();
  return { code, reason: mendings.find(([sign]) => sign.test(cell))?.[1] };
}
