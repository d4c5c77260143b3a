import type { GivenDetails, RefusalCode, RefusalDetails } from './refusals/refusal-list';

/**
 * An expected "no": the rule that stands against an act, by a stable code of the refusal list.
 * Details hold what the text for the person needs (names of fields, departments, dates), never secrets.
 */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  public readonly code: RefusalCode;
  public readonly details: RefusalDetails;

  constructor(code: C, ...[details]: GivenDetails<C>) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details ?? {};
  }
}
