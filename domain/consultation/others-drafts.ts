import type { Reader } from '../permissions/reader';
import type { ConsultationState, Letter } from './state';

/** A round without what other departments have drafted and not sent, and what was written inside them. */
export function withoutOthersDrafts(state: ConsultationState, reader: Reader): ConsultationState {
  const letters = Object.entries(state.letters).map(
    ([unit, letter]) => [unit, unit === reader.department ? letter : withoutOwnWords(letter)] as const,
  );
  return { ...state, letters: Object.fromEntries(letters) };
}

/** That a letter was handed on and that a draft came back is known; the words are the unit's own. */
function withoutOwnWords({ draft: _draft, returned: _returned, handedOn, ...letter }: Letter): Letter {
  return handedOn ? { ...letter, handedOn: { by: handedOn.by, at: handedOn.at } } : letter;
}
