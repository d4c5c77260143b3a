import type { Marks } from '../views/punctuation';
import type { FormErrors } from './form-errors';

/** Several errors of a form as one: all of them in the summary, and together beside a field that more than one is about. */
export function joinedErrors(errors: readonly FormErrors[], { semicolon }: Pick<Marks, 'semicolon'>): FormErrors {
  const messages: Record<string, string> = {};
  for (const [id, text] of errors.flatMap((error) => Object.entries(error.messages)))
    messages[id] = messages[id] === undefined ? text : `${messages[id]}${semicolon}${text}`;
  return { errorList: errors.flatMap(({ errorList }) => errorList), messages };
}
