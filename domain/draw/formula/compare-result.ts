import { joinBytes } from '../../proof/bytes';
import { parseJson, requireCanonical, strictText } from './file-text';
import { HASH_HEX } from './ids';
import { piecesOf, type FileBytes } from './line-reader';
import { DRAW_VERSION } from './params';
import { refuse } from './refusals';
import type { DrawResult } from './result';
import { aText, anId, arrayOf, checkShape, objectOf, type Check } from './shape';

const FILE = 'result.json';
const aHash: Check = (value, where) => {
  if (typeof value !== 'string' || !HASH_HEX.test(value)) refuse('wrong-type', { ...where, expected: 'SHA-256' });
};
const someCutoffs: Check = (value, where) => {
  checkShape(value, { keys: {}, open: true }, where);
  for (const [stratum, ticket] of Object.entries(value))
    aHash(ticket, { ...where, key: `cutoffs.${stratum.slice(0, 80)}` });
};
const SHAPE = {
  keys: {
    version: aText,
    prkHash: aHash,
    objects: arrayOf(objectOf({ keys: { id: anId, stratum: anId, ticket: aHash } })),
    cutoffs: someCutoffs,
    assignments: arrayOf(objectOf({ keys: { department: anId, object: anId, inspectors: arrayOf(anId) } })),
  },
};

/** Pairs of path and value in the order in which differences are reported: what all depends on comes first. */
function* statements(result: DrawResult): Generator<[string, string]> {
  yield ['prkHash', result.prkHash];
  for (const [i, { id, stratum, ticket }] of result.objects.entries())
    yield [`objects[${i}]`, `${id} ${stratum} ${ticket}`];
  for (const stratum of Object.keys(result.cutoffs).sort()) yield [`cutoffs.${stratum}`, `${result.cutoffs[stratum]}`];
  for (const [i, { department, object, inspectors }] of result.assignments.entries()) {
    yield [`assignments[${i}]`, `${department} ${object} ${inspectors.join(' ')}`];
  }
}

function sameBytes(file: FileBytes, expected: Uint8Array): boolean {
  let at = 0;
  for (const piece of piecesOf(file)) {
    if (at + piece.length > expected.length) return false;
    for (let i = 0; i < piece.length; i++) if (piece[i] !== expected[at + i]) return false;
    at += piece.length;
  }
  return at === expected.length;
}

/**
 * Refuses a `result.json` that is not byte by byte the one recomputed, and names the first difference.
 * @param open gives the file; it is called again where the first pass finds a difference
 * @throws DrawRefusal result-differs, or what is wrong with the file's form
 */
export function compareResult(
  open: () => FileBytes,
  recomputed: { result: DrawResult; resultBytes: Uint8Array },
): void {
  if (sameBytes(open(), recomputed.resultBytes)) return;
  const where = { file: FILE };
  const text = strictText(joinBytes(...piecesOf(open())), where);
  const value = parseJson(text, where);
  checkShape(value, SHAPE, where);
  if (value.version !== DRAW_VERSION)
    refuse('version-unknown', { ...where, value: (value.version as string).slice(0, 80) });
  requireCanonical(text, value, where);
  const expected = [...statements(recomputed.result)];
  const found = [...statements(value as unknown as DrawResult)];
  const at = expected.findIndex(([path, words], i) => found[i]?.[0] !== path || found[i][1] !== words);
  // Nothing differs up to the end of the recomputed result: then the file says more.
  const [path, words] = expected[at] ?? [(found[expected.length] as [string, string])[0], ''];
  const said = found.find(([foundPath]) => foundPath === path)?.[1] ?? '';
  refuse('result-differs', { ...where, key: path, expected: words, found: said });
}
