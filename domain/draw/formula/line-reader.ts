import { MerkleTree } from '../../proof/merkle';
import type { Sha256 } from '../../proof/sha256';
import { refuse } from './refusals';

const LF = 0x0a;

/** A file's bytes, whole or piece by piece. */
export type FileBytes = Uint8Array | Iterable<Uint8Array>;

/** Pieces of a file, whichever way it was given. */
export function piecesOf(file: FileBytes): Iterable<Uint8Array> {
  return ArrayBuffer.isView(file) ? [file as Uint8Array] : file;
}

/** A line stands in `bytes` from 1 to `end`; memory is used again for the next line. */
export type OnLine = (bytes: Uint8Array, end: number, lineNumber: number) => void;

/**
 * Reads a file line by line, each followed by LF, and computes its Merkle root (leaves: lines without the LF).
 * It holds one line and one hash a level, so that a file of any length takes little memory.
 * @throws DrawRefusal final-lf-missing, and what `onLine` refuses
 */
export function readLines(sha: Sha256, name: string, file: FileBytes, onLine: OnLine): Uint8Array {
  const tree = new MerkleTree(sha);
  let line = new Uint8Array(1024);
  let views: Uint8Array[] = [];
  let end = 1;

  const append = (piece: Uint8Array, from: number, to: number): void => {
    const needed = end + to - from;
    if (needed > line.length) {
      const longer = new Uint8Array(2 * needed);
      longer.set(line.subarray(0, end));
      line = longer;
      views = [];
    }
    line.set(piece.subarray(from, to), end);
    end = needed;
  };

  for (const piece of piecesOf(file)) {
    for (let from = 0; from < piece.length;) {
      const lf = piece.indexOf(LF, from);
      append(piece, from, lf < 0 ? piece.length : lf);
      if (lf < 0) break;
      onLine(line, end, tree.count + 1);
      // The byte before the line is 0, which is the leaf prefix of the tree.
      tree.addPrefixed((views[end] ??= line.subarray(0, end)));
      end = 1;
      from = lf + 1;
    }
  }
  if (end > 1) {
    onLine(line, end, tree.count + 1);
    refuse('final-lf-missing', { file: name, line: tree.count + 1 });
  }
  return tree.root();
}
