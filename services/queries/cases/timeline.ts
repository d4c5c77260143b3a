import { every, sql, words } from '../../../db/sql';
import { systemActor } from '../../../domain/actor';
import { hearsWords } from '../../../domain/permissions/view-for';
import { momentPlace, readMomentPlace } from '../moment-place';
import type { OrderedList, Placed } from '../ordered-list';
import { saidBefore } from '../registers/as-of';
import type { Reader } from './may-read-case';
import { caseAndParts } from './parts-for';
import { said } from './said';

export interface TimelineEntry {
  id: string;
  act: string;
  subjectId: string;
  account: string;
  name: string | null;
  capacity: string;
  department: string;
  /** What the unit was called then, where it is called otherwise today. */
  unitThen: string | null;
  at: Date;
  reason: string | null;
  detail: Record<string, unknown> | null;
  leafHash: string;
}

/** For `acts a`: the name of its unit before the first renaming since. */
export const unitThen = words(`${saidBefore('department', 'a.department', 'name', 'a.at')} AS "unitThen"`);

/** Which acts of a timeline are asked for; all where nothing is said. */
export interface TimelineFilter {
  by?: 'people' | 'system';
  department?: string;
  act?: string;
}

/** Every act of a case and of its parts that are listed each, newest first; of words that are another unit's own nothing but that they were said. */
export function timeline(
  reader: Reader,
  caseId: string,
  { by, department, act }: TimelineFilter = {},
): OrderedList<TimelineEntry & Placed> {
  return {
    columns: sql`${momentPlace('a.at', 'a.id')} AS place, a.id, a.act, a.subject_id AS "subjectId", a.account, p.name, a.capacity, a.department, ${unitThen}, a.at, a.reason,
       ${said} AS detail, encode(a.leaf_hash, 'hex') AS "leafHash"`,
    from: sql`acts a LEFT JOIN account p ON p.id::text = a.account`,
    where: every([
      sql`a.subject_id = ANY(${caseAndParts(reader, caseId)})`,
      ...(by ? [sql`(a.account = ${systemActor.account}) = ${by === 'system'}`] : []),
      ...(department ? [sql`a.department = ${department}`] : []),
      ...(act ? [sql`a.act = ${act}`] : []),
    ]),
    order: ['a.at', 'a.id'],
    placeOf: readMomentPlace('bigint'),
    seen: (entry) => heardBy(reader, entry),
  };
}

/** An entry as this reader may read it. */
export function heardBy<E extends TimelineEntry>(reader: Reader, entry: E): E {
  return hearsWords(entry, reader) ? entry : { ...entry, detail: null, reason: null };
}
