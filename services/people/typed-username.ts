import { givenText } from '../../domain/text/given-text';

/**
 * The user names that somebody may mean by what was typed, the likeliest first: without spaces around it and marks that
 * nobody sees, full-width letters as plain ones; and with a small first letter, because telephones begin with a capital one.
 */
export function typedUsernames(typed: string): string[] {
  const name = givenText(typed).normalize('NFKC').trim();
  const [first = ''] = name;
  return [...new Set([name, first.toLowerCase() + name.slice(first.length)])];
}
