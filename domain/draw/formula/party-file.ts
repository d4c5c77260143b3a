import { parseJson, requireCanonical, strictText } from './file-text';
import { HASH_HEX } from './ids';
import { refuse, type RefusalCode } from './refusals';
import { aText, checkShape } from './shape';

/** The two files that give 32 bytes a party, and the code for a value that is not 32 bytes of lower-case hex. */
const MALFORMED: Readonly<Record<'commitments.json' | 'reveals.json', RefusalCode>> = {
  'commitments.json': 'commitment-malformed',
  'reveals.json': 'secret-malformed',
};

/**
 * Reads `commitments.json` or `reveals.json`: hex by party, for exactly the parties of the params.
 * @returns the hex texts in the order of `parties`
 * @throws DrawRefusal
 */
export function readPartyFile(file: keyof typeof MALFORMED, bytes: Uint8Array, parties: readonly string[]): string[] {
  const where = { file };
  const text = strictText(bytes, where);
  const value = parseJson(text, where);
  checkShape(value, { keys: {}, open: true }, where);
  const known = new Set(parties);
  for (const [party, hex] of Object.entries(value)) {
    if (!known.has(party)) refuse('party-unknown', { ...where, value: party.slice(0, 80) });
    aText(hex, { ...where, key: party });
    if (!HASH_HEX.test(hex as string)) refuse(MALFORMED[file], { ...where, party });
  }
  const missing = parties.find((party) => !Object.hasOwn(value, party));
  if (missing !== undefined) refuse('parties-differ', { ...where, party: missing });
  requireCanonical(text, value, where);
  return parties.map((party) => value[party] as string);
}
