/**
 * Characters that nobody sees and nobody types: default-ignorable code points (zero-width spaces and joiners, soft hyphens,
 * variation selectors, fillers, tags), format and direction marks. They make one name two, or one name read as another.
 */
const mark = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Separators of lines and paragraphs are line breaks of other programs. */
const breaks = /[\u2028\u2029]/g;

/** The text without its invisible marks; separators of lines and paragraphs become a plain line break. */
export const withoutMarks = (text: string): string => text.replace(mark, '').replace(breaks, '\n');

/** The invisible marks of a text as `U+200B`, each once, in the order they stand. */
export const marksOf = (text: string): string[] => [
  ...new Set([...text.matchAll(mark), ...text.matchAll(breaks)].map(([character]) => codePointOf(character))),
];

/** A character as people name it: `U+4DAE`. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
