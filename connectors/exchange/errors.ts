/** Why a call may be tried again with the same key. */
export const retryableCodes = {
  unreachable: 'EXCHANGE_UNREACHABLE',
  timeout: 'EXCHANGE_TIMEOUT',
  lostReply: 'EXCHANGE_REPLY_UNREADABLE',
  busy: 'EXCHANGE_BUSY',
  failing: 'EXCHANGE_PLATFORM_FAILING',
  credentials: 'EXCHANGE_CREDENTIALS_REFUSED',
} as const;

/** The record may or may not have arrived; sending it again with the same key is safe and may help. */
export class RetryableExchangeError extends Error {
  constructor(
    public readonly code: string,
    detail: string,
    /** How long the platform asked us to wait, in milliseconds. */
    public readonly retryAfterMs?: number,
  ) {
    super(detail);
    this.name = 'RetryableExchangeError';
  }
}

/** The platform looked at this record and refused it, with its own code and reason. */
export class ExchangeRefusedError extends Error {
  constructor(
    public readonly code: string,
    public readonly reason: string,
  ) {
    super(`${code}: ${reason}`);
    this.name = 'ExchangeRefusedError';
  }
}
