import { lengthPrefixed, sha256Of, textBytes, toHex } from '../../proof/bytes';
import type { Sha256 } from '../../proof/sha256';
import { hmacSha256 } from './hkdf';

const NONCE_BYTES = 16;

/** A public id and the nonce that opens it, both lower-case hex. */
export interface PublicId {
  publicId: string;
  nonce: string;
}

/** The real id of an object: its credit code, else kind and registration number. */
export function objectRealId(object: { uscc: string } | { kind: string; registrationNo: string }): string {
  return 'uscc' in object ? object.uscc : `${object.kind}:${object.registrationNo}`;
}

/** The real id of an inspector: department and staff number, never an identity card number. */
export function inspectorRealId(department: string, staffNo: string): string {
  return `${department}:${staffNo}`;
}

/**
 * The public id of an object or inspector in one batch, with its nonce.
 * @param key K, the batch's 32 random bytes made before the freeze
 * @throws RangeError if K is not 32 bytes or the id holds a lone surrogate
 */
export function publicIdOf(sha: Sha256, key: Uint8Array, realId: string): PublicId {
  if (key.length !== 32) throw new RangeError('The key of the public ids is not 32 bytes. Make 32 random bytes.');
  const nonce = hmacSha256(sha, key, textBytes(realId)).subarray(0, NONCE_BYTES);
  return { publicId: openPublicId(sha, realId, nonce), nonce: toHex(nonce) };
}

/** The public id that a real id and a nonce open: what a firm or officer recomputes. */
export function openPublicId(sha: Sha256, realId: string, nonce: Uint8Array): string {
  return toHex(sha256Of(sha, lengthPrefixed(textBytes(realId)), lengthPrefixed(nonce)));
}
