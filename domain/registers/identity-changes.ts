import { readCard } from '../identity-card';
import { Refusal } from '../refusal';
import { sameText } from '../text/normal-form';

interface Identity {
  name?: string | null;
  uscc?: string | null;
  registrationNo?: string | null;
}

/**
 * One wrong entry must make no firm or officer another: a changed name, a changed code, and a number that could be a
 * person's are shown as they were and as they are to be, and done only where a person affirms them by themselves.
 * A code that was missing is no change of one.
 * @throws Refusal RENAME_UNAFFIRMED, CODE_UNAFFIRMED, NUMBER_UNAFFIRMED
 */
export function requireAffirmed(was: Identity, is: Identity, affirmed: boolean): void {
  if (affirmed) return;
  if (is.name && was.name && !sameText(was.name, is.name))
    throw new Refusal('RENAME_UNAFFIRMED', { was: was.name, is: is.name });
  if (was.uscc && is.uscc !== undefined && is.uscc !== was.uscc)
    throw new Refusal('CODE_UNAFFIRMED', { was: was.uscc, is: is.uscc ?? '—' });
  if (is.registrationNo && is.registrationNo !== was.registrationNo && readCard(is.registrationNo) === 'possible')
    throw new Refusal('NUMBER_UNAFFIRMED');
}
