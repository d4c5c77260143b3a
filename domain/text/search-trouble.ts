import { holdsCard } from '../identity-card';
import { searchWords } from './search-words';

export const longestSearch = 100;
const fewestSigns = 2;

/** Why a text is not searched for. */
export type SearchTrouble = 'empty' | 'tooShort' | 'tooLong' | 'identityCard';

/**
 * What stands against searching for a text as it was typed: one sign stands nearly everywhere, and the number of an identity
 * card stands in no register and shall not travel in an address. Nothing where it may be searched for.
 */
export function searchTrouble(text: string): SearchTrouble | undefined {
  const words = searchWords(text);
  if (words.length === 0) return 'empty';
  if (holdsCard(text) || holdsCard(words.join(''))) return 'identityCard';
  if (text.length > longestSearch) return 'tooLong';
  if (words.every((word) => [...word].length < fewestSigns)) return 'tooShort';
  return undefined;
}
