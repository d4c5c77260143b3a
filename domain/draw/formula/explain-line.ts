import { parseJson, requireCanonical, strictText } from './file-text';
import { refuse } from './refusals';
import { checkShape, type Shape } from './shape';

/**
 * Says why a line that its grammar does not accept is refused.
 * @param bytes the line stands from 1 to `end`
 * @throws DrawRefusal always
 */
export function explainLine(file: string, line: number, bytes: Uint8Array, end: number, shape: Shape): never {
  const where = { file, line };
  const text = strictText(bytes.subarray(1, end), where);
  const value = parseJson(text, where);
  checkShape(value, shape, where);
  requireCanonical(text, value, where);
  return refuse('non-canonical', where);
}
