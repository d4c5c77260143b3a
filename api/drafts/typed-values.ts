import type { Act } from '../../domain/act';
import { ownFormOf } from '../faces';
import { readForm } from '../forms/read-form';
import { shapeOf } from '../forms/schema-shape';

/** What a person typed into the form of an act, as the form shows it again; not yet checked. */
export function typedValues(act: Act, body: Record<string, unknown>): Record<string, unknown> {
  const own = ownFormOf(act.name);
  return own ? own.read(act.input, body) : readForm(act.input, body, { keepBlankRows: true });
}

/** The fields that a person does not see, such as the version that a form is about: always those of now. */
export function hiddenValues(act: Act, values: Record<string, unknown>): Record<string, unknown> {
  const hidden = Object.entries(act.input.shape).filter(
    ([, field]) => shapeOf(field as never).meta.widget === 'hidden',
  );
  return Object.fromEntries(hidden.map(([name]) => [name, values[name]]));
}
