/**
 * An expected "no": the rule that stands against an act, by a stable code of the refusal list.
 * Details hold what the text for the person needs (names of fields, departments, dates), never secrets.
 */
export class Refusal extends Error {
  constructor(
    public readonly code: string,
    public readonly details: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
