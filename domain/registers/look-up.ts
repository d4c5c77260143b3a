/** The entry of a dictionary under a word that people typed; `constructor` and its like are no entries. */
export const lookUp = <T>(dictionary: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(dictionary, word) ? dictionary[word] : undefined;
