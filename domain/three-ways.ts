import { canonicalJson, type CanonicalValue } from './proof/canonical-json';
import { rowsByName } from './difference';
import { isStratumKey } from './joint-check/scheme';

type Values = Record<string, unknown>;

/** A field in which two people said different things since the state that both had before them. */
export interface Collision {
  /** By its path, as in `Difference`. */
  field: string;
  was: unknown;
  mine: unknown;
  theirs: unknown;
}

/** A field that one of the two changed. */
export interface OneSided {
  field: string;
  was: unknown;
  is: unknown;
}

export interface ThreeWays {
  /** Mine, with what the other alone changed taken over; where both changed a field, what was chosen, or mine. */
  merged: Values;
  collisions: Collision[];
  /** Changed by the other alone, and in `merged`. */
  taken: OneSided[];
  /** Changed by me alone. */
  own: OneSided[];
}

/** What was chosen of a collision, by its field; `{ mixed }` is said anew from both. */
export type Choice = 'mine' | 'theirs' | { mixed: string };

/** By what the rows of lists are told apart beside those that a difference knows: certificates by number, recusals by firm. */
const furtherKeys = ['number', 'firm'];

/**
 * Two changes of one state put together field by field: rows of lists by what tells them apart, lists of single values by
 * what was added and taken away, everything else whole. Nothing, an empty text, an empty list and an unticked box say the same.
 * @param sides the state that both had before them, what I said and what stands now; all as the same form reads them
 */
export function threeWays(
  sides: { base: Values; mine: Values; theirs: Values },
  choices: Readonly<Record<string, Choice>> = {},
): ThreeWays {
  const found: ThreeWays = { merged: {}, collisions: [], taken: [], own: [] };
  found.merged = mergeFields(sides.base, sides.mine, sides.theirs, '');
  return found;

  function mergeFields(base: Values, mine: Values, theirs: Values, path: string): Values {
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)]);
    const merged: Values = {};
    for (const name of names) {
      if (name === '__proto__') continue;
      const at = path === '' ? name : `${path}.${name}`;
      const value = merge(own(base, name), own(mine, name), own(theirs, name), at);
      if (value !== undefined) merged[name] = value;
    }
    return merged;
  }

  function merge(base: unknown, mine: unknown, theirs: unknown, path: string): unknown {
    if (same(mine, theirs)) return mine;
    const rows = byRow([base, mine, theirs]);
    if (rows) return mergeRows(rows, path);
    if ([mine, theirs].every(isPlain))
      return mergeFields(isPlain(base) ? base : {}, mine as Values, theirs as Values, path);
    if ([base, mine, theirs].every(isSet)) return mergeSets(asList(base), asList(mine), asList(theirs), path);
    return mergeWhole(base, mine, theirs, path);
  }

  function mergeWhole(base: unknown, mine: unknown, theirs: unknown, path: string): unknown {
    const was = base ?? null;
    if (same(base, theirs)) {
      found.own.push({ field: path, was, is: mine ?? null });
      return mine;
    }
    if (same(base, mine)) {
      found.taken.push({ field: path, was, is: theirs ?? null });
      return theirs;
    }
    found.collisions.push({ field: path, was, mine: mine ?? null, theirs: theirs ?? null });
    const choice = Object.hasOwn(choices, path) ? choices[path] : 'mine';
    return choice === 'theirs' ? theirs : typeof choice === 'object' ? choice.mixed : mine;
  }

  /** A row that one side lacks is taken as a whole; the order is mine, with the other's new rows after it. */
  function mergeRows([base, mine, theirs]: Rows, path: string): unknown[] {
    return [...new Set([...mine.keys(), ...theirs.keys(), ...base.keys()])].flatMap((name) => {
      const [was, said, stands] = [base.get(name), mine.get(name), theirs.get(name)];
      const at = `${path}.${name}`;
      if (same(said, stands)) return said ? [said] : [];
      // The share and the number of a stratum are one statement.
      if (said && stands && !isStratumKey(name)) return [mergeFields(was ?? {}, said, stands, at)];
      return (mergeWhole(was, said, stands, at) as Values | undefined) ?? [];
    });
  }

  function mergeSets(base: unknown[], mine: unknown[], theirs: unknown[], path: string): unknown[] {
    const has = (list: unknown[], value: unknown) => list.some((each) => same(each, value));
    const changed = (list: unknown[]) => !sameSet(base, list);
    if (changed(theirs)) found.taken.push({ field: path, was: base, is: theirs });
    if (changed(mine)) found.own.push({ field: path, was: base, is: mine });
    return [
      ...mine.filter((value) => !has(base, value) || has(theirs, value)),
      ...theirs.filter((value) => !has(base, value) && !has(mine, value)),
    ];

    function sameSet(one: unknown[], other: unknown[]): boolean {
      return one.length === other.length && one.every((value) => has(other, value));
    }
  }
}

/** Whether two values say the same on a form: nothing, empty and unticked are one; texts are compared as forms send them. */
function same(one: unknown, other: unknown): boolean {
  return said(one) === said(other);
}

function said(value: unknown): string {
  const plain = spoken(value);
  return plain === undefined ? '' : canonicalJson(plain as CanonicalValue);
}

function spoken(value: unknown): unknown {
  if (value === null || value === undefined || value === false) return undefined;
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const inner = value.map(spoken).filter((each) => each !== undefined);
    return inner.length > 0 ? inner : undefined;
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, spoken(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

type Rows = [base: Map<string, Values>, mine: Map<string, Values>, theirs: Map<string, Values>];

/** Three lists as rows by name, where all that have rows name them by the same. */
function byRow(lists: [unknown, unknown, unknown]): Rows | undefined {
  const named = lists.map((list) => (isNothing(list) ? undefined : rowsByName(list, furtherKeys)));
  const [first] = named.filter((one) => one !== undefined);
  const all = lists.every((list, index) => isNothing(list) || (named[index] && named[index].by === first?.by));
  return first && all ? (named.map((one) => one?.rows ?? new Map<string, Values>()) as Rows) : undefined;
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** A list of single values, each once, or no list at all. */
function isSet(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (!Array.isArray(value)) return false;
  const plain = value.every((each) => typeof each === 'string' || typeof each === 'number');
  return plain && new Set(value.map(String)).size === value.length;
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const own = (values: Values, name: string): unknown => (Object.hasOwn(values, name) ? values[name] : undefined);
const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
