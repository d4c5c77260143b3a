import { Refusal } from '../refusal';

const shortest = 10;
const longest = 128;
const common = ['password', '12345678', 'qwerty', 'admin', 'guanyun', '320723'];

/**
 * Whether a new password is strong enough: 10 to 128 characters of at least three sorts, without the username or a common word.
 * @throws Refusal PASSWORD_WEAK with the rule that stands against it
 */
export function requireStrongPassword(password: string, username: string): void {
  const length = [...password].length;
  if (length < shortest || length > longest) throw new Refusal('PASSWORD_WEAK', { rule: 'length', shortest, longest });
  const sorts = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((sort) => sort.test(password)).length;
  if (sorts < 3) throw new Refusal('PASSWORD_WEAK', { rule: 'sorts' });
  const lower = password.toLowerCase();
  if (lower.includes(username.toLowerCase())) throw new Refusal('PASSWORD_WEAK', { rule: 'username' });
  if (common.some((word) => lower.includes(word))) throw new Refusal('PASSWORD_WEAK', { rule: 'common' });
}
