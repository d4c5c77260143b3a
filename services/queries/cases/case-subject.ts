/** Whom a case is about, where it is about a firm; all departments read a firm's name (03-architecture.md). */
export interface CaseSubject {
  /** Name of the firm of a visit or a referral, as the register has it now. */
  object: string | null;
  referralKind: string | null;
  /** Receiving department of a referral; null where a platform receives or nobody is named yet. */
  addressee: string | null;
}

/** Columns of a case's subject; `official_case c` must be joined with `subjectObject`. */
export const subjectColumns = `o.name AS object, c.state->>'referralKind' AS "referralKind", c.state->>'addressee' AS addressee`;

/** Brings the object of `official_case c`. Names stand in the register alone, never in a case's state. */
export const subjectObject = `LEFT JOIN check_object o ON o.id = (c.state->>'object')::uuid`;
