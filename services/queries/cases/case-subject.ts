import { visit as ofVisits } from '../../../domain/visit/process';
import { momentOfVisit } from '../../books/visit/moment-of-visit';
import { objectAsOf } from '../registers/as-of';

/** Whom a case is about, where it is about a firm; all departments read a firm's name (03-architecture.md). */
export interface CaseSubject {
  /** Name of the firm: of the day on which it was given notice or visited, before that of now. */
  object: string | null;
  /** Name of the firm as the register has it now. */
  objectNow: string | null;
  /** What tells it apart from others of its kind. */
  sort: string | null;
  /** Unit that it goes to; null where a platform receives or nobody is named yet. */
  addressee: string | null;
}

/** The visit that decides by which name the firm of case `c` goes: its own, or the one that it came of. */
const visit = `CASE WHEN c.kind = '${ofVisits.kind}' THEN c.id ELSE c.parent_id END`;

/** Columns of a case's subject; `official_case c` must be joined with `subjectObject`. */
export const subjectColumns = `CASE WHEN o.id IS NOT NULL THEN ${objectAsOf('name', momentOfVisit(visit))} END AS object, o.name AS "objectNow", c.sort, c.addressee`;

/** Brings the object of `official_case c`. Names stand in the register alone, never in a case's state. */
export const subjectObject = 'LEFT JOIN check_object o ON o.id = c.subject_id';
