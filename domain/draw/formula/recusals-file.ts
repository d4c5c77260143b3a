import type { Sha256 } from '../../proof/sha256';
import { explainLine } from './explain-line';
import { grown } from './growing';
import type { InspectorTable } from './inspectors-file';
import { LineCursor, literal } from './line-cursor';
import { readLines, type FileBytes } from './line-reader';
import type { ObjectTable } from './objects-file';
import { refuse } from './refusals';
import { anId, type Shape } from './shape';

const FILE = 'recusals.jsonl';
const SHAPE: Shape = { keys: { inspector: anId, object: anId } };
const [INSPECTOR, OBJECT, CLOSE] = ['{"inspector":"', ',"object":"', '}'].map(literal) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const NONE = new Uint32Array(0);

/** Who must not serve which object; rows in the order of the file. */
export class RecusalTable {
  count = 0;
  private inspectors = new Uint32Array(256);
  private readonly ranges = new Map<number, { from: number; to: number }>();

  append(object: number, inspector: number): void {
    this.inspectors = grown(this.inspectors, this.count + 1);
    this.inspectors[this.count] = inspector;
    const range = this.ranges.get(object);
    if (range) range.to = this.count + 1;
    else this.ranges.set(object, { from: this.count, to: this.count + 1 });
    this.count++;
  }

  /** Numbers of the inspectors recused for an object, in the order of their ids. */
  of(object: number): Uint32Array {
    const range = this.ranges.get(object);
    return range ? this.inspectors.subarray(range.from, range.to) : NONE;
  }
}

/**
 * Reads `recusals.jsonl` and its Merkle root.
 * @throws DrawRefusal
 */
export function readRecusals(
  sha: Sha256,
  file: FileBytes,
  objects: ObjectTable,
  inspectors: InspectorTable,
): { recusals: RecusalTable; root: Uint8Array } {
  const recusals = new RecusalTable();
  const cursor = new LineCursor();
  let previous = { object: '', inspector: '' };

  const root = readLines(sha, FILE, file, (bytes, end, line) => {
    const where = { file: FILE, line };
    const explain = (): never => explainLine(FILE, line, bytes, end, SHAPE);
    cursor.start(bytes, end);
    if (!cursor.passes(INSPECTOR) || !cursor.passesId()) explain();
    const inspectorId = cursor.token();
    const inspector = inspectors.index.find(bytes, cursor.tokenFrom, cursor.tokenTo);
    if (!cursor.passes(OBJECT) || !cursor.passesId()) explain();
    const objectId = cursor.token();
    const object = objects.find(bytes, cursor.tokenFrom, cursor.tokenTo);
    if (!cursor.passes(CLOSE) || cursor.at !== end) explain();
    const sameObject = objectId === previous.object;
    if (sameObject && inspectorId === previous.inspector) refuse('line-doubled', where);
    if (sameObject ? inspectorId < previous.inspector : objectId < previous.object) refuse('line-unsorted', where);
    if (inspector < 0) refuse('inspector-unknown', { ...where, value: inspectorId });
    if (object < 0) refuse('object-unknown', { ...where, value: objectId });
    recusals.append(object, inspector);
    previous = { object: objectId, inspector: inspectorId };
  });
  return { recusals, root };
}
