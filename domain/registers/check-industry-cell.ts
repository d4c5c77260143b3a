import { accept, fix, refuse, warn, type Verdict } from './cell-verdict';
import { codeForm, normalForm } from '../text/normal-form';
import { objectReasons, type Reason } from './import-reasons';

/** GB/T 4754 for look-ups: codes as they stand, and the finest code of each name in normal form. */
export interface IndustryIndex {
  codes: ReadonlySet<string>;
  finestByName: ReadonlyMap<string, string>;
}

export function indexIndustries(rows: readonly { code: string; name: string }[]): IndustryIndex {
  const finestByName = new Map<string, string>();
  for (const { code, name } of rows) {
    const form = normalForm(name);
    const known = finestByName.get(form);
    if (known === undefined || known.length < code.length) finestByName.set(form, code);
  }
  return { codes: new Set(rows.map((row) => row.code)), finestByName };
}

/** An industry as a four-digit class; a spreadsheet's lost zero, a section letter in front and a name are put right. */
export function checkIndustryCell(cell: string, industries: IndustryIndex): Verdict<string | null> {
  const text = codeForm(cell);
  if (text === '') return warn(null, objectReasons.industryEmpty);
  const known = industries.codes.has(text);
  if (known && text.length === 4) return accept(text);
  // Three digits are read as a class that lost its zero where there is one: spreadsheets drop zeros daily, people rarely write groups.
  if (/^\d{3}$/.test(text) && industries.codes.has(`0${text}`))
    return fix(`0${text}`, objectReasons.industryZero(`0${text}`));
  if (known) return warn(text, coarse(text));
  const lettered = /^[A-T](\d{2,4})$/.exec(text)?.[1];
  if (lettered && industries.codes.has(lettered)) return fix(lettered, objectReasons.industryLetter(lettered));
  const named = industries.finestByName.get(normalForm(cell));
  return named === undefined ? refuse(objectReasons.industryUnknown) : fix(named, objectReasons.industryName(named));
}

function coarse(code: string): Reason {
  if (code.length === 1) return objectReasons.industrySection;
  return code.length === 2 ? objectReasons.industryDivision : objectReasons.industryGroup;
}
