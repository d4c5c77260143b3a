import { explainFailedCheck, foreignCharacters, hasUsccCheck } from '../uscc';
import { accept, fix, refuse, warn, type Verdict } from './cell-verdict';
import { readCard } from '../identity-card';
import { codeForm } from '../text/normal-form';
import { ask } from './cell-verdict';
import { isBlank, isScientific } from './cell-text';
import { codeReasons, type Reason } from './import-reasons';

export interface FirmCode {
  uscc?: string;
  registrationNo?: string;
}

/**
 * A credit code as people write it, in normal form; an old 15-digit registration number is taken as what it is. The number of
 * an identity card is neither; where a number could be both a person must say.
 * @param today YYYY-MM-DD in Asia/Shanghai
 */
export function checkCodeCell(cell: string, today?: string): Verdict<FirmCode> {
  if (isBlank(cell)) return refuse(codeReasons.empty);
  if (cell.startsWith('=')) return refuse(codeReasons.formula);
  if (isScientific(cell)) return refuse(codeReasons.scientific);
  const mended = mend(cell);
  const code = mended.code;
  const card = readCard(code, today);
  if (card === 'certain') return refuse(codeReasons.identityCard);
  const asCode = /^\d{15}$/.test(code) ? { registrationNo: code } : { uscc: code };
  if (card === 'possible') return ask(asCode, codeReasons.maybeIdentityCard);
  if (/^\d{15}$/.test(code)) return warn({ registrationNo: code }, codeReasons.oldNumber);
  const foreign = foreignCharacters(code);
  if (foreign.length > 0) return refuse(codeReasons.foreign(foreign));
  if (code.length !== 18)
    return refuse(code.length < 18 ? codeReasons.tooShort(code.length) : codeReasons.tooLong(code.length));
  if (!hasUsccCheck(code)) return warn({ uscc: code }, codeReasons[explainFailedCheck(code)]);
  return mended.reason ? fix({ uscc: code }, mended.reason) : accept({ uscc: code });
}

const mendings: [RegExp, Reason][] = [
  [/^\u00A0/, codeReasons.leadingNoBreak],
  [/\u200B/, codeReasons.zeroWidth],
  [/[\p{Default_Ignorable_Code_Point}\p{Cf}]/u, codeReasons.marks],
  [/^'/, codeReasons.apostrophe],
  [/[\uFF01-\uFF5E]/, codeReasons.fullWidth],
  [/\S\s+\S/, codeReasons.innerSpace],
  [/\s$/, codeReasons.trailingSpace],
  [/^\s/, codeReasons.leadingSpace],
  [/[a-z]/, codeReasons.lowerCase],
];

function mend(cell: string): { code: string; reason?: Reason } {
  const code = codeForm(cell);
  return { code, reason: mendings.find(([sign]) => sign.test(cell))?.[1] };
}
