import type { Verdict } from './cell-verdict';
import { accept, fix, keep, refuse, warn } from './cell-verdict';
import { holdsCard, withoutCards } from '../identity-card';
import { namesNobody } from '../text/nobody';
import { normalForm, sameText } from '../text/normal-form';
import { splitList, startsFormula, trimmed } from './cell-text';
import { codeReasons, inspectorReasons } from './import-reasons';
import {
  abolishedUnits,
  auxiliaryWords,
  dutyWords,
  postWords,
  type DutyStatus,
  type PostClass,
} from './inspector-dictionary';
import type { Town } from './check-town-cell';
import { lookUp, wordOf } from './look-up';

export interface UnitName {
  code: string;
  name: string;
  shortName: string;
  fullName: string;
  inspects: boolean;
}

export function checkStaffNo(cell: string): Verdict<string> {
  const text = trimmed(cell);
  if (text === '') return refuse(inspectorReasons.staffNoEmpty);
  if (holdsCard(text)) return refuse(codeReasons.identityCard);
  if (/^\d{1,3}$/.test(text)) return refuse(inspectorReasons.staffNoPrefix);
  // The draw's real id is department:staff no.; its characters are those the register allows.
  if (!/^[0-9A-Za-z._:-]{1,40}$/.test(text)) return refuse(inspectorReasons.staffNoForm);
  return text === cell ? accept(text) : fix(text, inspectorReasons.staffNoSpaces);
}

export function checkOfficerName(cell: string): Verdict<string> {
  const text = trimmed(cell);
  if (text === '') return refuse(inspectorReasons.nameEmpty);
  if (startsFormula(cell)) return refuse(inspectorReasons.nameFormula);
  if (/[、，,/]/.test(text)) return refuse(inspectorReasons.nameTwo);
  if (text.includes('\u3000')) return fix(text.replace(/\s/g, ''), inspectorReasons.nameFullWidthSpaces);
  if (/\s/.test(text) && !/[A-Za-z]/.test(text)) return fix(text.replace(/\s/g, ''), inspectorReasons.nameSpaces);
  return text === cell ? accept(text) : fix(text, inspectorReasons.nameSpaces);
}

/** A unit by its name in the conference, its full or short name; merged units name who took over. */
export function checkUnit(cell: string, units: readonly UnitName[]): Verdict<UnitName> {
  const text = trimmed(cell);
  if (text === '') return refuse(inspectorReasons.unitEmpty);
  const successor = units.find((unit) => unit.code === lookUp(abolishedUnits, text));
  if (successor) return refuse(inspectorReasons.unitAbolished(successor.name));
  const unit = units.find((candidate) =>
    [candidate.name, candidate.fullName, candidate.shortName].some((name) => sameText(name, text)),
  );
  if (!unit) return refuse(inspectorReasons.unitUnknown);
  if (!unit.inspects) return refuse(inspectorReasons.unitNoInspection);
  if (text !== cell) return fix(unit, inspectorReasons.unitTrailing);
  if (sameText(text, unit.name)) return accept(unit);
  return fix(
    unit,
    sameText(text, unit.fullName) ? inspectorReasons.unitFull(unit.name) : inspectorReasons.unitShort(unit.name),
  );
}

export function checkPostClass(cell: string): Verdict<PostClass> {
  const text = trimmed(cell);
  if (text === '') return refuse(inspectorReasons.postEmpty);
  if (wordOf(auxiliaryWords, text) !== undefined) return refuse(inspectorReasons.postAuxiliary);
  const post = lookUp(postWords, text);
  return post ? accept(post) : refuse(inspectorReasons.postUnknown);
}

export function checkDutyStatus(cell: string): Verdict<DutyStatus> {
  const text = trimmed(cell);
  if (text === '') return refuse(inspectorReasons.dutyEmpty);
  const status = lookUp(dutyWords, text);
  if (!status) return refuse(inspectorReasons.dutyUnknown);
  if (status === 'onDuty') return accept(status);
  return warn(status, inspectorReasons[status]);
}

/** Qualifications of the dictionary; one wrong character is a slip that names the right word. */
export function checkQualifications(cell: string, dictionary: readonly string[]): Verdict<string[]> {
  const names = splitList(cell);
  const found: string[] = [];
  let slip: string | undefined;
  for (const name of names) {
    const known = wordOf(dictionary, name);
    const right = known ?? dictionary.find((word) => differsInOne(word, name));
    if (right === undefined) return refuse(inspectorReasons.qualificationUnknown);
    if (known === undefined) slip = right;
    found.push(right);
  }
  const qualifications = [...new Set(found)];
  if (slip !== undefined) return warn(qualifications, inspectorReasons.qualificationTypo(slip));
  return names.length > 1
    ? keep(qualifications, inspectorReasons.qualificationsKept(names.length))
    : accept(qualifications);
}

function differsInOne(word: string, name: string): boolean {
  const [a, b] = [[...word], [...name]];
  return a.length === b.length && a.filter((character, index) => character !== b[index]).length === 1;
}

/** Towns by name; 全县 means all of them and is kept as an empty list. */
export function checkAreas(cell: string, towns: readonly Town[]): Verdict<string[]> {
  const names = splitList(cell);
  if (names.length === 1 && sameText(names[0] ?? '', '全县')) return fix([], inspectorReasons.areaAll);
  const codes: string[] = [];
  for (const name of names) {
    const town = towns.find((candidate) => sameText(candidate.name, name));
    if (!town) return refuse(inspectorReasons.areaUnknown);
    codes.push(town.code);
  }
  return names.length > 1 ? keep(codes, inspectorReasons.areasKept(names.length)) : accept(codes);
}

/** What the object register says of a text that names a firm: the one it is, or that several could be meant. */
export type RecusalMatch = { object: string; byCode: boolean } | 'partial';

/** A name among the recusals that the register cannot tell a firm for; it holds the officer back until a person resolves it. */
export interface UnresolvedName {
  text: string;
  /** several = more than one firm, or a part of their names · unknown = none. */
  cause: 'several' | 'unknown';
}

export interface ReadRecusals {
  /** Ids of objects. */
  objects: string[];
  unresolved: UnresolvedName[];
  /** Normal forms of the names that a firm was found for. */
  told: string[];
}

/**
 * The objects an officer must keep away from, by full name or code. A name that tells no single firm is kept as it is, with
 * a remark: it is never left out. 无, 没有, a dash and the like name nobody.
 */
export function checkRecusals(cell: string, matches: ReadonlyMap<string, RecusalMatch>): Verdict<ReadRecusals> {
  const whole = matches.get(normalForm(cell));
  const names = typeof whole === 'object' ? [cell] : recusalNames(cell);
  const objects: string[] = [];
  const unresolved: UnresolvedName[] = [];
  const told: string[] = [];
  let byCode = false;
  for (const text of names) {
    const match = matches.get(normalForm(text));
    if (typeof match !== 'object') unresolved.push({ text: withoutCards(text), cause: match ? 'several' : 'unknown' });
    else {
      objects.push(match.object);
      told.push(normalForm(text));
      byCode ||= match.byCode;
    }
  }
  return { value: { objects: [...new Set(objects)], unresolved, told }, finding: findingOf(unresolved, names, byCode) };
}

function findingOf(unresolved: UnresolvedName[], names: string[], byCode: boolean): Verdict<unknown>['finding'] {
  const first = unresolved[0];
  if (!first) return byCode ? { reason: inspectorReasons.recusalCode, severity: 'keep' } : undefined;
  const [one, several] =
    first.cause === 'several'
      ? [inspectorReasons.recusalPartial, inspectorReasons.recusalsPartial]
      : [inspectorReasons.recusalUnknown, inspectorReasons.recusalsUnknown];
  return { reason: names.length > 1 ? several(unresolved.map(({ text }) => text)) : one, severity: 'warning' };
}

/** The names in a cell of recusals, each once; whatever says that there is none names nobody. */
export const recusalNames = (cell: string): string[] => [
  ...new Map(
    splitNames(cell)
      .filter((name) => !namesNobody(name))
      .map((name) => [normalForm(name), name]),
  ).values(),
];

/** Every text of a cell that could be the name of one firm: the whole, because a name may have a comma in it, and its parts. */
export const recusalTexts = (cell: string): string[] => [cell, ...recusalNames(cell)];

const splitNames = (cell: string): string[] =>
  cell
    .split(/[、，,;；|｜\r\n\t]/)
    .map(trimmed)
    .filter((name) => name !== '');
