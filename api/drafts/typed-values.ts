import type { Act } from '../../domain/act';
import { ownFormOf } from '../faces';
import { readForm } from '../forms/read-form';
import { shapeOf } from '../forms/schema-shape';
import { openedIn, readConflict } from '../conflicts/conflict-answer';

/** What a person typed into the form of an act, as the form shows it again; not yet checked. */
function typedValues(act: Act, body: Record<string, unknown>): Record<string, unknown> {
  const own = ownFormOf(act.name);
  return own ? own.read(act.input, body) : readForm(act.input, body, { keepBlankRows: true });
}

/** What a post had typed, from the form itself or from the conflict page, and what stood in the form when it was opened. */
export function typedIn(
  act: Act,
  body: Record<string, unknown>,
): { values: Record<string, unknown>; opened?: Record<string, unknown> } {
  const answer = readConflict(act.input, body);
  if (!answer) return { values: typedValues(act, body), opened: openedIn(act.input, body) };
  // As long as something is not chosen, the conflict stands and is shown again.
  if (answer.missing.length > 0) return { values: answer.sides.mine, opened: answer.sides.base };
  return { values: answer.input, opened: answer.sides.theirs };
}

/** The fields that a person does not see, such as the version that a form is about: always those of now. */
export function hiddenValues(act: Act, values: Record<string, unknown>): Record<string, unknown> {
  const hidden = Object.entries(act.input.shape).filter(
    ([, field]) => shapeOf(field as never).meta.widget === 'hidden',
  );
  return Object.fromEntries(hidden.map(([name]) => [name, values[name]]));
}
