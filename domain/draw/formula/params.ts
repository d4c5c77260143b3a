import { sha256Of } from '../../proof/bytes';
import type { CanonicalValue } from '../../proof/canonical-json';
import type { Sha256 } from '../../proof/sha256';
import { parseJson, requireCanonical, strictText } from './file-text';
import { HASH_HEX } from './ids';
import { refuse, type RefusalParams } from './refusals';
import { aText, anId, arrayOf, checkShape, integer, objectOf, requireUnique, textLike, type Check } from './shape';

export const DRAW_VERSION = 'draw/v1';
const FILE = 'params.json';

/** The public event named at the freeze. */
export type DrawEvent =
  | { kind: 'ssq'; id: string; notBefore: string }
  | { kind: 'drand'; chain: string; round: number; notBefore: string }
  | { kind: 'none' };

/** A stratum and its quota: a ratio in basis points, rounded up, or a count; exactly one of the two. */
export interface StratumParams {
  id: string;
  basisPoints?: number;
  count?: number;
}

export interface DepartmentParams {
  id: string;
  /** Officers an object, 2–20. */
  officers: number;
  /** One slot each, in this order, before the unrestricted ones. */
  qualifications: string[];
  /** Strata whose objects the department serves; absent = all. */
  strata?: string[];
}

/** What `params.json` fixes before the freeze. */
export interface DrawParams {
  version: typeof DRAW_VERSION;
  batch: string;
  parties: string[];
  event: DrawEvent;
  strata: StratumParams[];
  departments: DepartmentParams[];
  /** Objects a trip; absent = 1. */
  runLength?: number;
  /** Present where the server made the secrets. */
  secrets?: 'server';
}

/** `params.json` as read: the formula's part, what else the check fixed, and SHA-256 of the canonical bytes. */
export interface ParamsFile {
  params: DrawParams;
  extras: Record<string, CanonicalValue>;
  hash: Uint8Array;
}

const MOST_ROUND = Number.MAX_SAFE_INTEGER;
const eventShapes: Record<DrawEvent['kind'], Check> = {
  ssq: objectOf({ keys: { kind: aText, id: textLike(/^[0-9]{7}$/, 'event-malformed'), notBefore: aText } }),
  drand: objectOf({
    keys: {
      kind: aText,
      chain: textLike(HASH_HEX, 'event-malformed'),
      round: integer(1, MOST_ROUND, 'event-malformed'),
      notBefore: aText,
    },
  }),
  none: objectOf({ keys: { kind: aText } }),
};

const anEvent: Check = (value, where) => {
  checkShape(value, { keys: { kind: aText }, open: true }, where);
  const kind = value.kind as string;
  if (!Object.hasOwn(eventShapes, kind)) refuse('event-kind-unknown', { ...where, value: kind.slice(0, 80) });
  eventShapes[kind as DrawEvent['kind']](value, where);
};

const aStratum: Check = (value, where) => {
  const keys = {
    id: anId,
    basisPoints: integer(0, 10_000, 'basis-points-out-of-range'),
    count: integer(0, 1_000_000_000, 'count-out-of-range'),
  };
  checkShape(value, { keys, optional: ['basisPoints', 'count'] }, where);
  if (Object.hasOwn(value, 'basisPoints') === Object.hasOwn(value, 'count')) {
    refuse('quota-ambiguous', { ...where, value: value.id as string });
  }
};

const aDepartment = objectOf({
  keys: {
    id: anId,
    officers: integer(2, 20, 'officers-out-of-range'),
    qualifications: arrayOf(anId),
    strata: arrayOf(anId),
  },
  optional: ['strata'],
});

const known: Readonly<Record<string, Check>> = {
  version: aText,
  batch: anId,
  parties: arrayOf(anId),
  event: anEvent,
  strata: arrayOf(aStratum),
  departments: arrayOf(aDepartment),
  runLength: integer(1, 1000, 'run-length-out-of-range'),
  secrets: textLike(/^server$/, 'secrets-unknown'),
};

function checkDepartments({ departments, strata }: DrawParams, where: RefusalParams): void {
  const strataIds = new Set(strata.map((stratum) => stratum.id));
  departments.forEach((department, i) => {
    const at = { ...where, key: `departments[${i}]`, department: department.id };
    requireUnique(department.qualifications, { ...at, key: `departments[${i}].qualifications` });
    if (department.qualifications.length > department.officers) refuse('qualifications-exceed-officers', at);
    if (department.strata === undefined) return;
    if (department.strata.length === 0) refuse('department-strata-empty', at);
    requireUnique(department.strata, { ...at, key: `departments[${i}].strata` });
    for (const id of department.strata) if (!strataIds.has(id)) refuse('stratum-unknown', { ...at, value: id });
  });
}

function checkWhole(params: DrawParams, where: RefusalParams): void {
  if (params.parties.length < 2) refuse('parties-too-few', { ...where, value: params.parties.length });
  if (params.strata.length === 0) refuse('strata-missing', where);
  if (params.departments.length === 0) refuse('departments-missing', where);
  requireUnique(params.parties, { ...where, key: 'parties' });
  requireUnique(
    params.strata.map(({ id }) => id),
    { ...where, key: 'strata' },
  );
  requireUnique(
    params.departments.map(({ id }) => id),
    { ...where, key: 'departments' },
  );
  checkDepartments(params, where);
}

/**
 * Reads and checks `params.json`; nothing is walked before its shape is known.
 * @throws DrawRefusal
 */
export function readParams(sha: Sha256, bytes: Uint8Array): ParamsFile {
  const where = { file: FILE };
  const text = strictText(bytes, where);
  const value = parseJson(text, where);
  checkShape(value, { keys: { version: aText }, open: true }, where);
  if (value.version !== DRAW_VERSION)
    refuse('version-unknown', { ...where, value: (value.version as string).slice(0, 80) });
  checkShape(value, { keys: known, optional: ['runLength', 'secrets'], open: true }, where);
  requireCanonical(text, value, where);
  const entries = Object.entries(value);
  const params = Object.fromEntries(entries.filter(([key]) => Object.hasOwn(known, key))) as unknown as DrawParams;
  checkWhole(params, where);
  const extras = Object.fromEntries(entries.filter(([key]) => !Object.hasOwn(known, key))) as Record<
    string,
    CanonicalValue
  >;
  return { params, extras, hash: sha256Of(sha, bytes) };
}
