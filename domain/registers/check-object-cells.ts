import { accept, fix, keep, refuse, warn, type Verdict } from './cell-verdict';
import { halfWidth, isBlank, isScientific, startsFormula, trimmed } from './cell-text';
import { codeReasons, dateReasons, objectReasons, rowReasons } from './import-reasons';
import { checkDateCell } from './check-date-cell';
import { firmName } from './firm-name';
import {
  activeAliases,
  companyWords,
  kindAliases,
  kindWords,
  riskWords,
  statusWords,
  type ObjectKind,
  type ObjectStatus,
} from './object-dictionary';
import { codeForm } from '../text/normal-form';
import { lookUp, wordOf } from './look-up';

const noteLimit = 200;

export function checkFirmName(cell: string): Verdict<string> {
  if (cell === '') return refuse(objectReasons.nameEmpty);
  if (isBlank(cell)) return refuse(/\u3000/.test(cell) ? objectReasons.nameFullWidthSpaces : objectReasons.nameEmpty);
  if (startsFormula(cell)) return refuse(objectReasons.nameFormula);
  const joined = trimmed(cell.replace(/\s*[\r\n]+\s*/g, ''));
  if (/[\r\n]/.test(cell)) return fix(joined, objectReasons.lineBreak);
  const bracketed = firmName(joined);
  if (bracketed !== joined) return fix(bracketed, objectReasons.nameBrackets);
  const rare = /[\u{10000}-\u{10FFFF}]/u.exec(joined)?.[0];
  if (joined === cell) return rare ? keep(cell, objectReasons.nameRare(rare)) : accept(cell);
  return fix(joined, /\u3000$/.test(cell) ? objectReasons.nameTrailing : objectReasons.nameSpaces);
}

export function checkAddress(cell: string): Verdict<string | null> {
  if (isBlank(cell)) return accept(null);
  if (cell.includes('_x000D_')) return fix(trimmed(cell.replaceAll('_x000D_', '')), objectReasons.escapeLeft);
  if (/[\r\n]/.test(cell)) return fix(trimmed(cell.replace(/\s*[\r\n]+\s*/g, '')), objectReasons.lineBreak);
  return /[",]/.test(cell) ? keep(cell, objectReasons.addressKept) : accept(trimmed(cell));
}

export function checkNote(cell: string): Verdict<string | null> {
  if (isBlank(cell)) return accept(null);
  if (/\t/.test(cell)) return fix(trimmed(cell.replace(/\t+/g, ' ')), objectReasons.noteTab);
  if (/^\+/.test(cell)) return warn(cell, objectReasons.notePlus);
  if (startsFormula(cell)) return warn(cell, objectReasons.noteFormula);
  const length = [...cell].length;
  return length > noteLimit ? warn(cell, objectReasons.noteLong(length)) : accept(trimmed(cell));
}

export function checkKind(cell: string): Verdict<ObjectKind> {
  const text = trimmed(cell);
  if (text === '') return refuse(objectReasons.kindEmpty);
  const alias = lookUp(kindAliases, text);
  const kind = lookUp(kindWords, alias ?? text);
  if (kind) return alias === undefined ? accept(kind) : fix(kind, objectReasons.kindAlias(alias));
  return wordOf(companyWords, text) !== undefined
    ? warn('enterprise', objectReasons.kindCompany)
    : refuse(objectReasons.kindUnknown);
}

export function checkStatus(cell: string): Verdict<ObjectStatus> {
  const text = trimmed(cell);
  if (text === '') return refuse(objectReasons.statusEmpty);
  if (wordOf(activeAliases, text) !== undefined) return fix('active', objectReasons.statusAlias('在业'));
  const status = lookUp(statusWords, text);
  if (!status) return refuse(objectReasons.statusUnknown);
  if (status === 'active') return accept(status);
  if (status === 'suspended') return warn(status, objectReasons.statusNotOfRegister);
  if (status === 'deregistered') return warn(status, objectReasons.statusDeregistered);
  return warn(status, status === 'revoked' ? objectReasons.statusRevoked : objectReasons.statusInactive);
}

export function checkRiskClass(cell: string): Verdict<string | null> {
  const text = trimmed(cell);
  if (text === '') return warn(null, objectReasons.riskEmpty);
  if (/^[A-D]$/.test(text)) return accept(text);
  if (text.startsWith('#')) return refuse(objectReasons.riskError);
  const letter = codeForm(text);
  if (/^[A-D]$/.test(letter))
    return fix(
      letter,
      halfWidth(text) === text ? objectReasons.riskLowerCase(letter) : objectReasons.riskFullWidth(letter),
    );
  const mapped = lookUp(riskWords, text);
  return mapped ? fix(mapped, objectReasons.riskWord(mapped)) : refuse(objectReasons.riskUnknown);
}

export function checkPhone(cell: string): Verdict<string | null> {
  const text = trimmed(cell);
  if (text === '') return accept(null);
  if (isScientific(text)) return refuse(rowReasons.scientific);
  if (/^(?:0\d{2,3}-?\d{7,8}|1\d{10})(?:-\d{1,6})?$/.test(text)) return accept(text);
  if (/^[1-9]\d{8,10}$/.test(text)) return warn(text, objectReasons.phoneZero);
  return warn(text, /\d[/、，,;；]\d/.test(text) ? objectReasons.phoneTwo : objectReasons.phoneUnclear);
}

export function checkRepresentative(cell: string): Verdict<string | null> {
  const text = trimmed(cell);
  if (text === '') return warn(null, objectReasons.personEmpty);
  if (startsFormula(text)) return refuse(codeReasons.formula);
  if (/[、，,/]/.test(text)) return warn(text, objectReasons.personTwo);
  // Only names without Latin letters: a foreigner's name keeps its spaces.
  if (/\s/.test(text) && !/[A-Za-z]/.test(text)) return fix(text.replace(/\s/g, ''), objectReasons.personSpaces);
  return accept(text);
}

export function checkFoundedOn(cell: string, today: string): Verdict<string | null> {
  if (isBlank(cell)) return warn(null, dateReasons.empty);
  const verdict = checkDateCell(cell);
  if (verdict.value === undefined) return verdict;
  if (verdict.value > today) return refuse(dateReasons.future);
  return verdict.value === '1900-01-01' ? warn(null, dateReasons.placeholder(verdict.value)) : verdict;
}
