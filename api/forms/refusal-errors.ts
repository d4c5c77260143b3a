import type { Refusal } from '../../domain/refusal';
import type { FormErrors } from './form-errors';

/**
 * A refusal as the error of a form: at the field that it names, or at the one that a rule is about, else at the head of the page.
 * @param places field by code of the refusal, where the refusal names none
 */
export function refusalErrors(
  refusal: Refusal,
  text: string,
  places: Readonly<Record<string, string>> = {},
): FormErrors {
  const named = refusal.details['field'];
  const field = typeof named === 'string' ? named : places[refusal.code];
  return { errorList: [{ text, href: `#${field ?? 'main-content'}` }], messages: field ? { [field]: text } : {} };
}
