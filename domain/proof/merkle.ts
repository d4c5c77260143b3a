import { joinBytes, sha256Of } from './bytes';
import type { Sha256 } from './sha256';

const LEAF_PREFIX = Uint8Array.of(0);
const HASH_BYTES = 32;

/** RFC 6962 leaf hash: SHA-256(0x00 ‖ leaf). */
export function leafHash(sha: Sha256, leaf: Uint8Array): Uint8Array {
  return sha256Of(sha, LEAF_PREFIX, leaf);
}

/**
 * RFC 6962 Merkle tree hash of leaves that come one by one; it holds one hash a level, whatever their number.
 * `addPrefixed` takes a leaf whose byte 0x00 already stands before it, so that long files are hashed without copying.
 */
export class MerkleTree {
  private readonly node = new Uint8Array(1 + 2 * HASH_BYTES);
  private readonly levels: Uint8Array[] = [];
  private size = 0;

  constructor(private readonly sha: Sha256) {
    this.node[0] = 1;
  }

  get count(): number {
    return this.size;
  }

  add(leaf: Uint8Array): void {
    this.addPrefixed(joinBytes(LEAF_PREFIX, leaf));
  }

  /** Adds the leaf `prefixed[1…]`; `prefixed[0]` must be 0. */
  addPrefixed(prefixed: Uint8Array): void {
    let level = 0;
    let pending = this.size++;
    // A full level below merges upwards, exactly where the binary form of the size carries.
    for (; pending % 2 === 1; pending = Math.floor(pending / 2)) level++;
    if (level === 0) {
      this.sha.digestInto(prefixed, this.slot(0), 0);
      return;
    }
    this.sha.digestInto(prefixed, this.node, 1 + HASH_BYTES);
    for (let below = 0; below < level; below++) {
      this.node.set(this.slot(below), 1);
      this.sha.digestInto(this.node, this.node, 1 + HASH_BYTES);
    }
    this.slot(level).set(this.node.subarray(1 + HASH_BYTES));
  }

  /** Root over what was added so far; SHA-256 of nothing for an empty tree. */
  root(): Uint8Array {
    if (this.size === 0) return sha256Of(this.sha, new Uint8Array(0));
    let root: Uint8Array | undefined;
    for (let level = 0, rest = this.size; rest > 0; level++, rest = Math.floor(rest / 2)) {
      if (rest % 2 === 0) continue;
      root =
        root === undefined ? this.slot(level).slice() : sha256Of(this.sha, Uint8Array.of(1), this.slot(level), root);
    }
    return root as Uint8Array;
  }

  private slot(level: number): Uint8Array {
    return (this.levels[level] ??= new Uint8Array(HASH_BYTES));
  }
}

/** RFC 6962 Merkle tree hash of all leaves. */
export function merkleRoot(sha: Sha256, leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = new MerkleTree(sha);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}
