import { joinBytes, sha256Of, toHex } from './bytes';
import { canonicalJson } from './canonical-json';
import { leafHash } from './merkle';
import type { Sha256 } from './sha256';

/** The public leaf of an act, its canonical text, and the hash of that leaf in the tree (hex). */
export interface ActLeaf {
  leafText: string;
  leafHash: string;
}

const SALT_BYTES = 32;
const encoder = new TextEncoder();

/**
 * The leaf that hides an entry behind a salted hash, so that public tiles say nothing about who is being checked.
 * @param salt 32 random bytes kept beside the entry
 * @param entry canonical text from `actEntryText`
 * @throws RangeError if the salt is not 32 bytes
 */
export function actLeaf(sha: Sha256, { salt, entry }: { salt: Uint8Array; entry: string }): ActLeaf {
  if (salt.length !== SALT_BYTES) throw new RangeError('The salt of a log leaf is not 32 bytes. Make 32 random bytes.');
  const c = toHex(sha256Of(sha, joinBytes(salt, encoder.encode(entry))));
  const leafText = canonicalJson({ c, v: 1 });
  return { leafText, leafHash: toHex(leafHash(sha, encoder.encode(leafText))) };
}
