import { textBytes, toHex } from '../../proof/bytes';
import { canonicalJson, type CanonicalValue } from '../../proof/canonical-json';
import type { DrawParams } from './params';
import { refuse } from './refusals';

export interface ObjectRow {
  id: string;
  stratum: string;
  /** Absent or 1 = unweighted. */
  weight?: number | null;
  area?: string | null;
}

export interface InspectorRow {
  department: string;
  id: string;
  qualifications: readonly string[];
}

export interface RecusalRow {
  inspector: string;
  object: string;
}

const encoder = new TextEncoder();

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function linesOf(texts: readonly string[]): Uint8Array {
  return encoder.encode(texts.map((text) => `${text}\n`).join(''));
}

/**
 * Bytes of `params.json`.
 * @param extras whatever else the check wants fixed (plan number, rule used), at the top of the file only
 * @throws DrawRefusal key-unknown if an extra would take the place of a key of the formula
 */
export function paramsBytes(params: DrawParams, extras: Readonly<Record<string, CanonicalValue>> = {}): Uint8Array {
  const formulaKeys = ['version', 'batch', 'parties', 'event', 'strata', 'departments', 'runLength', 'secrets'];
  const taken = formulaKeys.find((key) => Object.hasOwn(extras, key));
  if (taken !== undefined) refuse('key-unknown', { file: 'params.json', key: taken });
  return encoder.encode(
    canonicalJson(Object.fromEntries([...Object.entries(extras), ...Object.entries(params)]) as CanonicalValue),
  );
}

/** Bytes of `objects.jsonl`: sorted, canonical; weight 1 and empty areas are left out. */
export function objectsBytes(rows: readonly ObjectRow[]): Uint8Array {
  const sorted = [...rows].sort((a, b) => compareText(a.id, b.id));
  return linesOf(
    sorted.map(({ id, stratum, weight, area }) =>
      canonicalJson({ id, stratum, weight: weight && weight !== 1 ? weight : undefined, area: area || undefined }),
    ),
  );
}

/** Bytes of `inspectors.jsonl`: sorted by department and id; qualifications sorted, each once. */
export function inspectorsBytes(rows: readonly InspectorRow[]): Uint8Array {
  const sorted = [...rows].sort((a, b) => compareText(a.department, b.department) || compareText(a.id, b.id));
  return linesOf(
    sorted.map(({ department, id, qualifications }) =>
      canonicalJson({ department, id, qualifications: [...new Set(qualifications)].sort() }),
    ),
  );
}

/** Bytes of `recusals.jsonl`: sorted by object and inspector; a pair recused for two reasons stands once. */
export function recusalsBytes(rows: readonly RecusalRow[]): Uint8Array {
  const sorted = [...rows].sort((a, b) => compareText(a.object, b.object) || compareText(a.inspector, b.inspector));
  const lines = sorted.map(({ inspector, object }) => canonicalJson({ inspector, object }));
  return linesOf(lines.filter((line, i) => line !== lines[i - 1]));
}

/** Bytes of `commitments.json` from hex, or of `reveals.json` from the secrets themselves. */
export function partyBytes(values: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const hexes = [...values].map(([party, value]) => [party, typeof value === 'string' ? value : toHex(value)] as const);
  return encoder.encode(canonicalJson(Object.fromEntries(hexes)));
}

/** The event as it stands in `event.txt`. */
export type EventOutcome =
  | { kind: 'ssq'; id: string; reds: readonly number[]; blue: number }
  | { kind: 'drand'; chain: string; round: number; randomness: string }
  | { kind: 'none' };

/** Bytes of `event.txt`; reds are put in ascending order. */
export function eventBytes(event: EventOutcome): Uint8Array {
  if (event.kind === 'none') return new Uint8Array(0);
  if (event.kind === 'drand') return textBytes(`drand/${event.chain}/${event.round}/${event.randomness}`);
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  const reds = [...event.reds].sort((a, b) => a - b).map(twoDigits);
  return textBytes(`ssq/${event.id}/${reds.join('.')}/${twoDigits(event.blue)}`);
}
