/** Whom a case is about, where it is about a firm; all departments read a firm's name (03-architecture.md). */
export interface CaseSubject {
  /** Name of the firm, as the register has it now. */
  object: string | null;
  /** What tells it apart from others of its kind. */
  sort: string | null;
  /** Unit that it goes to; null where a platform receives or nobody is named yet. */
  addressee: string | null;
}

/** Columns of a case's subject; `official_case c` must be joined with `subjectObject`. */
export const subjectColumns = 'o.name AS object, c.sort, c.addressee';

/** Brings the object of `official_case c`. Names stand in the register alone, never in a case's state. */
export const subjectObject = 'LEFT JOIN check_object o ON o.id = c.subject_id';
