import type { Sha256 } from './sha256';

const encoder = new TextEncoder();
const LONE_SURROGATE = /\p{Surrogate}/u;
const HEX_PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Whether a string has a UTF-8 form at all, that is, holds no lone surrogate. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/**
 * UTF-8 bytes of a text in normal form C.
 * @throws RangeError for a lone surrogate, which has no UTF-8 form
 */
export function textBytes(text: string): Uint8Array {
  if (!isWellFormed(text))
    throw new RangeError('The text holds a lone surrogate, so it has no UTF-8 form. Correct the text.');
  return encoder.encode(text.normalize('NFC'));
}

/** All parts one behind the other in new memory. */
export function joinBytes(...parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** `lp(x)` of draw/v1: the length of x as 4 bytes big-endian, then x. */
export function lengthPrefixed(bytes: Uint8Array): Uint8Array {
  const prefix = new Uint8Array(4);
  new DataView(prefix.buffer).setUint32(0, bytes.length);
  return joinBytes(prefix, bytes);
}

/** Lower-case hex of `bytes` between `from` and `to`. */
export function toHex(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  for (let i = from; i < to; i++) text += HEX_PAIRS[bytes[i] as number];
  return text;
}

/**
 * Bytes of a lower-case hex text.
 * @throws RangeError for anything else
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
    throw new RangeError('The text is not lower-case hex with two digits a byte. Give it in that form.');
  }
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** SHA-256 of all parts one behind the other: 32 raw bytes. */
export function sha256Of(sha: Sha256, ...parts: Uint8Array[]): Uint8Array {
  const digest = new Uint8Array(32);
  sha.digestInto(parts.length === 1 ? (parts[0] as Uint8Array) : joinBytes(...parts), digest, 0);
  return digest;
}
