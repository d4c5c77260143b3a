import type { Reader } from '../permissions/reader';
import type { ConsultationState } from './state';

/** A round without what other departments have drafted and not sent. */
export function withoutOthersDrafts(state: ConsultationState, reader: Reader): ConsultationState {
  const letters = Object.entries(state.letters).map(
    ([unit, letter]) => [unit, unit === reader.department ? letter : { ...letter, draft: undefined }] as const,
  );
  return { ...state, letters: Object.fromEntries(letters) };
}
