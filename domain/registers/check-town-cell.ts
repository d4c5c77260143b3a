import { fix, accept, refuse, warn, type Verdict } from './cell-verdict';
import { trimmed } from './cell-text';
import { codeForm, normalForm, sameText } from '../text/normal-form';
import { objectReasons } from './import-reasons';

export interface Town {
  /** Nine digits. */
  code: string;
  name: string;
}

const suffix = /(?:街道|镇|乡)$/;

/** A town by its name, its former or short name, or its code. */
export function checkTownCell(cell: string, towns: readonly Town[]): Verdict<string | null> {
  const text = trimmed(cell);
  if (text === '') return warn(null, objectReasons.townEmpty);
  const form = normalForm(text);
  const named = towns.find((town) => sameText(town.name, text));
  if (named) return accept(named.code);
  const code = codeForm(text);
  const coded = /^\d{9}(?:000)?$/.test(code) ? towns.find((town) => town.code === code.slice(0, 9)) : undefined;
  if (coded) return fix(coded.code, objectReasons.townCode(coded.name));
  const akin = towns.find(
    (town) => suffix.test(town.name) && sameText(town.name.replace(suffix, ''), form.replace(suffix, '')),
  );
  if (!akin) return refuse(objectReasons.townUnknown);
  return suffix.test(form)
    ? warn(akin.code, objectReasons.townFormer(akin.name))
    : fix(akin.code, objectReasons.townShort(akin.name));
}
