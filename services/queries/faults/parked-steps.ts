import { sql } from '../../../db/sql';
import type { Reader } from '../cases/may-read-case';
import { momentPlace, readMomentPlace } from '../moment-place';
import type { OrderedList, Placed } from '../ordered-list';

export interface ParkedStep {
  id: string;
  caseId: string;
  key: string;
  /** Name of the act or of the effect. */
  step: string;
  department: string;
  /** Whose request it is; nothing for a step without a person. */
  person: string | null;
  tries: number;
  message: string;
  parkedAt: Date;
}

/** Steps that wait for the system administrator, the newest first; for others none. */
export function parkedSteps(reader: Reader): OrderedList<ParkedStep & Placed> {
  return {
    columns: sql`${momentPlace('f.parked_at', 'f.id')} AS place, f.id, f.case_id AS "caseId", f.key, f.step, f.department, p.name AS person, f.tries, f.message, f.parked_at AS "parkedAt"`,
    from: sql`step_fault f LEFT JOIN account p ON p.id::text = f.account`,
    where: sql`f.parked_at IS NOT NULL AND f.settled_at IS NULL AND ${reader.capacities.includes('systemAdministrator')}::boolean`,
    order: ['f.parked_at', 'f.id'],
    placeOf: readMomentPlace('bigint'),
  };
}
