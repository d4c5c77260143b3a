import type { Sha256 } from '../../proof/sha256';
import { fitsSlot } from './eligibility';
import { parseJson, requireCanonical, strictText } from './file-text';
import { readLines, type FileBytes } from './line-reader';
import type { DepartmentParams } from './params';
import type { Draw } from './perform-draw';
import type { Pool } from './pool';
import { refuse, type RefusalParams } from './refusals';
import { anId, checkShape, integer, type Shape } from './shape';
import { TicketQueue } from './ticket-queue';

const FILE = 'replacements.jsonl';
const SHAPE: Shape = {
  keys: {
    department: anId,
    object: anId,
    out: anId,
    in: anId,
    reasonCode: anId,
    logIndex: integer(0, Number.MAX_SAFE_INTEGER, 'integer-out-of-range'),
  },
  optional: ['department'],
};

/** A line of `replacements.jsonl`; with `department` it replaces an officer, without an object. */
export interface Replacement {
  department?: string;
  object: string;
  out: string;
  in: string;
  reasonCode: string;
  logIndex: number;
}

/** How many replacements a bundle lists. */
export interface ReplacementCounts {
  objects: number;
  officers: number;
}

/** The teams as they stand after each replacement; team members by number, in slot order. */
class Standing {
  private readonly teams = new Map<string, Map<number, number[]>>();
  private readonly queue: TicketQueue;

  constructor(
    private readonly pool: Pool,
    draw: Draw,
  ) {
    this.queue = new TicketQueue(pool, draw.sample);
    for (const { department, object, inspectors } of draw.assignments) {
      const byObject = this.teams.get(department) ?? new Map<number, number[]>();
      byObject.set(object, [...inspectors]);
      this.teams.set(department, byObject);
    }
  }

  replaceObject(line: Replacement, where: RefusalParams): void {
    const out = this.pool.objects.indexOf(line.out);
    if (line.out !== line.object || !this.queue.isDrawn(out))
      refuse('replacement-out-not-drawn', { ...where, value: line.out });
    const next = this.queue.next(out);
    if (next === undefined || this.pool.objects.id(next) !== line.in) {
      refuse('replacement-in-not-next', {
        ...where,
        expected: next === undefined ? '' : this.pool.objects.id(next),
        found: line.in,
      });
    }
    this.queue.replace(out, next);
    for (const byObject of this.teams.values()) {
      const team = byObject.get(out);
      if (team === undefined) continue;
      byObject.delete(out);
      byObject.set(next, team);
    }
  }

  replaceOfficer(line: Replacement & { department: string }, where: RefusalParams): void {
    const { objects, inspectors, recusals, paramsFile } = this.pool;
    const object = objects.indexOf(line.object);
    const team = this.teams.get(line.department)?.get(object);
    if (team === undefined)
      return refuse('replacement-team-unknown', { ...where, department: line.department, object: line.object });
    const slot = team.findIndex((member) => inspectors.at(member).id === line.out);
    if (slot < 0) refuse('replacement-out-not-on-team', { ...where, value: line.out });
    const number = paramsFile.params.departments.findIndex(({ id }) => id === line.department);
    const substitute = inspectors.rows.findIndex(({ id }) => id === line.in);
    if (substitute < 0) refuse('inspector-unknown', { ...where, value: line.in });
    const unfit = (why: string): never => refuse('replacement-in-unfit', { ...where, value: line.in, why });
    if (inspectors.at(substitute).department !== number) unfit('other-department');
    if (team.includes(substitute)) unfit('on-team');
    if (recusals.of(object).includes(substitute)) unfit('recused');
    const department = paramsFile.params.departments[number] as DepartmentParams;
    if (!fitsSlot(inspectors, department, substitute, slot)) unfit('slot');
    team[slot] = substitute;
  }
}

/**
 * Checks `replacements.jsonl` line by line against the draw.
 * @throws DrawRefusal
 */
export function checkReplacements(sha: Sha256, file: FileBytes, pool: Pool, draw: Draw): ReplacementCounts {
  const standing = new Standing(pool, draw);
  const counts: ReplacementCounts = { objects: 0, officers: 0 };
  let lastIndex = -1;
  readLines(sha, FILE, file, (bytes, end, number) => {
    const where = { file: FILE, line: number };
    const text = strictText(bytes.subarray(1, end), where);
    const value = parseJson(text, where);
    checkShape(value, SHAPE, where);
    requireCanonical(text, value, where);
    const line = value as unknown as Replacement;
    if (line.logIndex <= lastIndex) refuse('replacement-order', { ...where, value: line.logIndex });
    lastIndex = line.logIndex;
    if (line.department === undefined) {
      standing.replaceObject(line, where);
      counts.objects++;
    } else {
      standing.replaceOfficer({ ...line, department: line.department }, where);
      counts.officers++;
    }
  });
  return counts;
}
