import type { PlatformAnswer, Telling } from '../process';

/** A receipt, or that a person gave the message up, comes back to the referral; a message that is parked waits for a person. */
export function platformAnswered(message: PlatformAnswer): Telling | undefined {
  if (message.state === 'sent') {
    const input = { reference: message.receiptNo ?? message.key };
    return { act: 'referral.noteReceipt', input, submission: `${message.key}/receipt` };
  }
  if (message.state !== 'givenUp') return undefined;
  const input = { code: message.errorCode ?? 'GIVEN_UP', reason: message.error ?? message.key };
  return { act: 'referral.noteGivenUp', input, submission: `${message.key}/given-up` };
}
