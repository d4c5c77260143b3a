import { marksOf } from './invisible-marks';
import { privateCharacters } from './private-twins';

/** What a person is told of texts that they gave. */
export interface Remarks {
  /** Invisible marks that were taken away, as `U+200B`. */
  marks: string[];
  /** Characters of private use that nobody knows the meaning of, as `U+E000`; they stay. */
  unknown: string[];
}

/** What is remarkable in everything that was given, however deep it stands; nothing where nothing is. */
export function remarksOn(given: unknown): Remarks | undefined {
  const texts = textsIn(given);
  const marks = [...new Set(texts.flatMap(marksOf))];
  const unknown = texts.flatMap(privateCharacters).flatMap(({ codePoint, proposed }) => (proposed ? [] : [codePoint]));
  return marks.length + unknown.length > 0 ? { marks, unknown: [...new Set(unknown)] } : undefined;
}

function textsIn(given: unknown): string[] {
  if (typeof given === 'string') return [given];
  return typeof given === 'object' && given !== null ? Object.values(given).flatMap(textsIn) : [];
}
