/**
 * queued: waits for its turn · sending: taken, the answer is not recorded yet · sent: the platform's receipt is here ·
 * parked: a person must retry, correct or give up · givenUp: a person decided that it is not sent · notNeeded: a later
 * message about the same result says more, or there is nothing at the platform that it could take back.
 */
export const outboxStates = ['queued', 'sending', 'sent', 'parked', 'givenUp', 'notNeeded'] as const;

export type OutboxState = (typeof outboxStates)[number];

/** States that the owning case must learn of. */
export const tellingStates: readonly OutboxState[] = ['sent', 'parked', 'givenUp'];

/** Codes with which we park a message ourselves; a platform's refusal parks it with the platform's own code. */
export const parkCodes = {
  incomplete: 'EXCHANGE_RECORD_INCOMPLETE',
  invalid: 'EXCHANGE_RECORD_INVALID',
  identityCard: 'EXCHANGE_IDENTITY_CARD',
  notTaken: 'EXCHANGE_KIND_NOT_TAKEN',
  unknownPlatform: 'EXCHANGE_PLATFORM_UNKNOWN',
  tooManyAttempts: 'EXCHANGE_TOO_MANY_ATTEMPTS',
} as const;

/** Why a message is not sent any more although nobody gave it up. */
export const needlessCodes = {
  overtaken: 'EXCHANGE_OVERTAKEN',
  nothingToWithdraw: 'EXCHANGE_NOTHING_TO_WITHDRAW',
} as const;
