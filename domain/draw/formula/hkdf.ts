import { sha256Of } from '../../proof/bytes';
import type { Sha256 } from '../../proof/sha256';

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

function paddedKey(sha: Sha256, key: Uint8Array, pad: number): Uint8Array {
  const short = key.length > BLOCK_BYTES ? sha256Of(sha, key) : key;
  const block = new Uint8Array(BLOCK_BYTES).fill(pad);
  short.forEach((byte, i) => (block[i] = byte ^ pad));
  return block;
}

/** HMAC-SHA-256 (RFC 2104): 32 raw bytes. */
export function hmacSha256(sha: Sha256, key: Uint8Array, message: Uint8Array): Uint8Array {
  const inner = sha256Of(sha, paddedKey(sha, key, INNER_PAD), message);
  return sha256Of(sha, paddedKey(sha, key, OUTER_PAD), inner);
}

/** HKDF-Extract (RFC 5869) with SHA-256. */
export function hkdfExtract(sha: Sha256, salt: Uint8Array, ikm: Uint8Array): Uint8Array {
  return hmacSha256(sha, salt, ikm);
}

/**
 * `expand(info)` = HKDF-Expand(PRK, info, 32) for very many infos: the padded keys and the messages live in memory that
 * is used again, so that a call costs hardly more than its two hashes.
 * Write an info to `message` from `infoOffset` on, then call `expandInto` with the info's end.
 */
export class Expander {
  readonly infoOffset = BLOCK_BYTES;
  readonly message: Uint8Array;
  private readonly outer = new Uint8Array(BLOCK_BYTES + HASH_BYTES);
  /** Views of `message` by length: making one anew costs as much as a fifth of a hash. */
  private readonly views: Uint8Array[] = [];

  /** @param longestInfo the longest info, in bytes, that will be written */
  constructor(
    private readonly sha: Sha256,
    prk: Uint8Array,
    longestInfo = 512,
  ) {
    this.message = new Uint8Array(BLOCK_BYTES + longestInfo + 1);
    this.message.set(paddedKey(sha, prk, INNER_PAD));
    this.outer.set(paddedKey(sha, prk, OUTER_PAD));
  }

  /** Writes expand(message[infoOffset…end−1]) to `out`. */
  expandInto(end: number, out: Uint8Array, offset: number): void {
    this.message[end] = 1;
    const view = (this.views[end] ??= this.message.subarray(0, end + 1));
    this.sha.digestInto(view, this.outer, BLOCK_BYTES);
    this.sha.digestInto(this.outer, out, offset);
  }

  /** expand(info) as 32 raw bytes. */
  expand(info: Uint8Array): Uint8Array {
    this.message.set(info, this.infoOffset);
    const out = new Uint8Array(HASH_BYTES);
    this.expandInto(this.infoOffset + info.length, out, 0);
    return out;
  }
}
