import type { Sha256 } from '../../proof/sha256';
import { explainLine } from './explain-line';
import { grown } from './growing';
import { asciiText, LineCursor, literal } from './line-cursor';
import { readLines, type FileBytes } from './line-reader';
import type { DrawParams } from './params';
import { refuse } from './refusals';
import { anId, integer, type Shape } from './shape';
import { TokenIndex } from './token-index';

const FILE = 'objects.jsonl';
const MOST_WEIGHT = 100_000_000;
const SHAPE: Shape = {
  keys: { id: anId, stratum: anId, weight: integer(2, 1000, 'weight-out-of-range'), area: anId },
  optional: ['weight', 'area'],
};
const [OPEN_AREA, OPEN_ID, NEXT_ID, STRATUM, WEIGHT, CLOSE] = [
  '{"area":"',
  '{"id":"',
  ',"id":"',
  ',"stratum":"',
  ',"weight":',
  '}',
].map(literal) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** The pool in columns: object i has the i-th smallest id. */
export class ObjectTable {
  count = 0;
  /** All ids one behind the other; id i stands from starts[i] to starts[i + 1]. */
  ids = new Uint8Array(1 << 16);
  starts = new Uint32Array(1 << 10);
  /** Number of the stratum in `params.strata`. */
  stratum = new Uint32Array(1 << 10);
  weight = new Uint16Array(1 << 10);
  /** Number of the area in `areas`; −1 if absent. */
  area = new Int32Array(1 << 10);
  readonly areas = new TokenIndex();

  id(i: number): string {
    return asciiText(this.ids, this.starts[i] as number, this.starts[i + 1] as number);
  }

  /** The area's code, "" if absent. */
  areaOf(i: number): string {
    return this.areas.tokens[this.area[i] as number] ?? '';
  }

  /** Appends a row whose id is bytes[from…to−1]; weight and area as given. */
  append(bytes: Uint8Array, from: number, to: number, stratum: number, weight: number, area: number): void {
    const i = this.count++;
    const start = this.starts[i] as number;
    const end = start + to - from;
    this.ids = grown(this.ids, end);
    this.starts = grown(this.starts, i + 2);
    this.stratum = grown(this.stratum, i + 1);
    this.weight = grown(this.weight, i + 1);
    this.area = grown(this.area, i + 1);
    this.ids.set(bytes.subarray(from, to), start);
    this.starts[i + 1] = end;
    this.stratum[i] = stratum;
    this.weight[i] = weight;
    this.area[i] = area;
  }

  /** −, 0 or + as id i sorts before, with or after bytes[from…to−1]. */
  compareId(i: number, bytes: Uint8Array, from: number, to: number): number {
    const [start, end] = [this.starts[i] as number, this.starts[i + 1] as number];
    const shorter = Math.min(end - start, to - from);
    for (let k = 0; k < shorter; k++) {
      const difference = (this.ids[start + k] as number) - (bytes[from + k] as number);
      if (difference !== 0) return difference;
    }
    return end - start - (to - from);
  }

  /** Number of the object with the id bytes[from…to−1], or −1. */
  find(bytes: Uint8Array, from: number, to: number): number {
    for (let low = 0, high = this.count - 1; low <= high;) {
      const middle = (low + high) >>> 1;
      const order = this.compareId(middle, bytes, from, to);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Number of the object with this id, or −1. */
  indexOf(id: string): number {
    const bytes = literal(id);
    return this.find(bytes, 0, bytes.length);
  }
}

/**
 * Reads `objects.jsonl` and its Merkle root.
 * @throws DrawRefusal
 */
export function readObjects(
  sha: Sha256,
  file: FileBytes,
  { strata }: Pick<DrawParams, 'strata'>,
  onRow?: (row: number) => void,
): { objects: ObjectTable; root: Uint8Array } {
  const objects = new ObjectTable();
  const strataIndex = new TokenIndex(strata.map(({ id }) => id));
  const cursor = new LineCursor();
  let totalWeight = 0;

  const root = readLines(sha, FILE, file, (bytes, end, line) => {
    const explain = (): never => explainLine(FILE, line, bytes, end, SHAPE);
    cursor.start(bytes, end);
    let area = -1;
    if (cursor.passes(OPEN_AREA)) {
      if (!cursor.passesId()) explain();
      area = objects.areas.find(bytes, cursor.tokenFrom, cursor.tokenTo);
      if (area < 0) area = objects.areas.add(cursor.token());
      if (!cursor.passes(NEXT_ID)) explain();
    } else if (!cursor.passes(OPEN_ID)) explain();
    if (!cursor.passesId()) explain();
    const [from, to] = [cursor.tokenFrom, cursor.tokenTo];
    if (!cursor.passes(STRATUM) || !cursor.passesId()) explain();
    const stratum = strataIndex.find(bytes, cursor.tokenFrom, cursor.tokenTo);
    const stratumCode = stratum < 0 ? cursor.token() : '';
    const weighted = cursor.passes(WEIGHT);
    const weight = weighted ? cursor.takeInteger() : 1;
    if (!cursor.passes(CLOSE) || cursor.at !== end || (weighted && (weight < 2 || weight > 1000))) explain();
    if (stratum < 0) refuse('stratum-unknown', { file: FILE, line, value: stratumCode });
    if (objects.count > 0) {
      const order = objects.compareId(objects.count - 1, bytes, from, to);
      if (order > 0) refuse('line-unsorted', { file: FILE, line });
      if (order === 0) refuse('id-duplicate', { file: FILE, line, value: asciiText(bytes, from, to) });
    }
    totalWeight += weight;
    if (totalWeight > MOST_WEIGHT) refuse('weights-exceed-total', { file: FILE, line, most: MOST_WEIGHT });
    objects.append(bytes, from, to, stratum, weight, area);
    onRow?.(line);
  });
  return { objects, root };
}
