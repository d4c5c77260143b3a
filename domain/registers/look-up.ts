import { normalForm } from '../text/normal-form';

const forms = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** The entry of a dictionary under a word that people typed, in the one normal form; `constructor` and its like are no entries. */
export function lookUp<T>(dictionary: Readonly<Record<string, T>>, word: string): T | undefined {
  let entries = forms.get(dictionary);
  if (!entries) {
    entries = new Map(Object.entries(dictionary).map(([name, entry]) => [normalForm(name), entry]));
    forms.set(dictionary, entries);
  }
  return entries.get(normalForm(word)) as T | undefined;
}

/** The word of a list that a word people typed is, as the list writes it. */
export const wordOf = (list: readonly string[], word: string): string | undefined => {
  const form = normalForm(word);
  return list.find((candidate) => candidate === word || normalForm(candidate) === form);
};
