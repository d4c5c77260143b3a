import { CanonicalJsonError, canonicalJson, type CanonicalValue } from '../../proof/canonical-json';
import { refuse, type RefusalParams } from './refusals';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const CR = 0x0d;

function decodeUtf8(bytes: Uint8Array, where: RefusalParams): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return refuse('invalid-utf8', where);
  }
}

/**
 * The text of a file or line; it looks at the bytes first, because decoders strip what must be refused.
 * @throws DrawRefusal bom, crlf, invalid-utf8, not-nfc
 */
export function strictText(bytes: Uint8Array, where: RefusalParams): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) refuse('bom', where);
  const text = decodeUtf8(bytes, where);
  if (bytes.includes(CR)) refuse('crlf', where);
  if (text.normalize('NFC') !== text) refuse('not-nfc', where);
  return text;
}

/**
 * The value that a JSON text holds, of whatever shape.
 * @throws DrawRefusal not-json
 */
export function parseJson(text: string, where: RefusalParams): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('not-json', where);
  }
}

/**
 * Refuses a text that is not the canonical form of its value; call it after the shape was checked.
 * @throws DrawRefusal non-canonical, lone-surrogate, wrong-type, integer-out-of-range
 */
export function requireCanonical(text: string, value: unknown, where: RefusalParams): void {
  if (canonicalText(value, where) !== text) refuse('non-canonical', where);
}

function canonicalText(value: unknown, where: RefusalParams): string {
  try {
    return canonicalJson(value as CanonicalValue);
  } catch (error) {
    if (!(error instanceof CanonicalJsonError)) throw error;
    if (error.reason === 'lone-surrogate') return refuse('lone-surrogate', where);
    if (error.reason === 'integer-too-large') return refuse('integer-out-of-range', where);
    return refuse('wrong-type', { ...where, expected: 'integer' });
  }
}
