import type { Sha256 } from '../../proof/sha256';
import { explainLine } from './explain-line';
import { LineCursor, literal } from './line-cursor';
import { readLines, type FileBytes } from './line-reader';
import type { DrawParams } from './params';
import { refuse } from './refusals';
import { anId, arrayOf, requireUnique, type Shape } from './shape';
import { TokenIndex } from './token-index';

const FILE = 'inspectors.jsonl';
const SHAPE: Shape = { keys: { department: anId, id: anId, qualifications: arrayOf(anId) } };
const [DEPARTMENT, ID, QUALIFICATIONS, QUOTE, COMMA_QUOTE, CLOSE] = [
  '{"department":"',
  ',"id":"',
  ',"qualifications":[',
  '"',
  ',"',
  ']}',
].map(literal) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

export interface Inspector {
  id: string;
  /** Number of the department in `params.departments`. */
  department: number;
  qualifications: ReadonlySet<string>;
}

/** The inspectors in the order of the file, found again by id. */
export class InspectorTable {
  readonly rows: Inspector[] = [];
  readonly index = new TokenIndex();

  /** The inspector numbered i. */
  at(i: number): Inspector {
    return this.rows[i] as Inspector;
  }
}

/**
 * Reads `inspectors.jsonl` and its Merkle root.
 * @throws DrawRefusal
 */
export function readInspectors(
  sha: Sha256,
  file: FileBytes,
  { departments }: Pick<DrawParams, 'departments'>,
): { inspectors: InspectorTable; root: Uint8Array } {
  const inspectors = new InspectorTable();
  const departmentIndex = new Map(departments.map(({ id }, i) => [id, i]));
  const cursor = new LineCursor();
  let previous = { department: '', id: '' };

  const root = readLines(sha, FILE, file, (bytes, end, line) => {
    const where = { file: FILE, line };
    const explain = (): never => explainLine(FILE, line, bytes, end, SHAPE);
    cursor.start(bytes, end);
    if (!cursor.passes(DEPARTMENT) || !cursor.passesId()) explain();
    const department = cursor.token();
    if (!cursor.passes(ID) || !cursor.passesId()) explain();
    const id = cursor.token();
    const known = inspectors.index.find(bytes, cursor.tokenFrom, cursor.tokenTo) >= 0;
    if (!cursor.passes(QUALIFICATIONS)) explain();
    const qualifications: string[] = [];
    while (cursor.passes(qualifications.length === 0 ? QUOTE : COMMA_QUOTE)) {
      if (!cursor.passesId()) explain();
      qualifications.push(cursor.token());
    }
    if (!cursor.passes(CLOSE) || cursor.at !== end) explain();
    const number = departmentIndex.get(department);
    if (number === undefined) return refuse('department-unknown', { ...where, value: department });
    const unsorted = department === previous.department ? id < previous.id : department < previous.department;
    if (unsorted) refuse('line-unsorted', where);
    if (known) refuse('id-duplicate', { ...where, value: id });
    requireUnique(qualifications, { ...where, key: 'qualifications' });
    inspectors.index.add(id);
    inspectors.rows.push({ id, department: number, qualifications: new Set(qualifications) });
    previous = { department, id };
  });
  return { inspectors, root };
}
