import { stratumKey, strataFromClasses, type Stratum } from './joint-check/scheme';
import { plainText } from './proof/plain-text';

/** What two values of a field say. */
export interface Difference {
  /** The field by its path, with dots; a row of a list by what tells it apart, such as `rows.SCJG-01.finding`. */
  field: string;
  was: unknown;
  is: unknown;
}

/** By what the rows of lists are told apart, whichever of these they have; strata by whom they are of. */
const keys = ['item', 'department', 'date'];

/** The fields in which two inputs of an act differ, in the order of the later one; nothing stands for null. */
export function differences(was: Record<string, unknown>, is: Record<string, unknown>): Difference[] {
  const [before, after] = [flat(was), flat(is)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((field) => {
    const difference = { field, was: before.get(field) ?? null, is: after.get(field) ?? null };
    return plainText(difference.was) === plainText(difference.is) ? [] : [difference];
  });
}

/** Every field that says something, by its path. */
export function flat(value: Record<string, unknown>, path = ''): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(value)) {
    const at = path === '' ? name : `${path}.${name}`;
    const rows = rowsOf(inner);
    const nested = rows ?? (isPlain(inner) ? inner : undefined);
    if (nested) for (const [field, deep] of flat(nested, at)) fields.set(field, deep);
    else if (inner !== undefined && inner !== null && inner !== '' && !(Array.isArray(inner) && inner.length === 0))
      fields.set(at, inner);
  }
  return fields;
}

function rowsOf(value: unknown): Record<string, unknown> | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPlain)) return undefined;
  const rows = value as Record<string, unknown>[];
  const key = keyOf(rows, keys);
  if (!key && rows.every(isStratum)) return Object.fromEntries(rows.map(stratumRow));
  return Object.fromEntries(
    rows.map((row, index) => {
      if (!key) return [String(index + 1), row];
      const { [key]: name, ...rest } = row;
      return [String(name), rest];
    }),
  );
}

/** Rows of a list by what tells them apart. */
export interface NamedRows {
  /** The field that names them; strata are named by whom they are of. */
  by: string;
  rows: Map<string, Record<string, unknown>>;
}

/**
 * The whole rows of a list by what tells them apart; nothing where nothing does, or where two have one name.
 * @param further fields that name the rows of a list beside those that every list is looked through for
 */
export function rowsByName(value: unknown, further: readonly string[] = []): NamedRows | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPlain)) return undefined;
  const rows = value as Record<string, unknown>[];
  const key = keyOf(rows, [...keys, ...further]);
  if (!key && !rows.every(isStratum)) return undefined;
  const named = new Map(rows.map((row) => [key ? String(row[key]) : stratumRow(row)[0], row]));
  return named.size === rows.length ? { by: key ?? 'stratum', rows: named } : undefined;
}

function keyOf(rows: readonly Record<string, unknown>[], candidates: readonly string[]): string | undefined {
  return candidates.find((candidate) => rows.every((row) => typeof row[candidate] === 'string'));
}

/** Strata have a share or a number, of a grade of a scale, of those without one, or of all. */
function isStratum(row: Record<string, unknown>): boolean {
  return ('basisPoints' in row || 'count' in row) && ('scale' in row || 'all' in row || 'riskClass' in row);
}

function stratumRow(row: Record<string, unknown>): [string, Record<string, unknown>] {
  const [stratum = {}] = strataFromClasses([row as Stratum]);
  const { scale: _scale, grade: _grade, unclassified: _unclassified, all: _all, ...rest } = stratum as Stratum;
  return [stratumKey(stratum as Stratum), rest];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
