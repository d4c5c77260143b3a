import type { AnswerFault } from '../../domain/exchange/read-answer';

/** Why a call may be tried again with the same key. */
export const retryableCodes = {
  unreachable: 'EXCHANGE_UNREACHABLE',
  timeout: 'EXCHANGE_TIMEOUT',
  lostReply: 'EXCHANGE_REPLY_UNREADABLE',
  unclear: 'EXCHANGE_ANSWER_UNCLEAR',
  page: 'EXCHANGE_PAGE_INSTEAD',
  busy: 'EXCHANGE_BUSY',
  failing: 'EXCHANGE_PLATFORM_FAILING',
  credentials: 'EXCHANGE_CREDENTIALS_REFUSED',
} as const satisfies Record<AnswerFault, string> & Record<string, string>;

interface MoreOfAFailure {
  /** How long the platform asked us to wait, in milliseconds. */
  retryAfterMs?: number;
  /** The record was handed over and may be held: the platform is asked before it is sent again. */
  perhapsTaken: boolean;
  /** What the platform answered, word for word, where it answered at all. */
  answer?: string;
}

/** No record is to blame; sending it again with the same key is safe and may help. */
export class RetryableExchangeError extends Error {
  readonly retryAfterMs?: number;
  readonly perhapsTaken: boolean;
  readonly answer?: string;

  constructor(
    public readonly code: string,
    detail: string,
    more: MoreOfAFailure,
  ) {
    super(detail);
    this.name = 'RetryableExchangeError';
    this.retryAfterMs = more.retryAfterMs;
    this.perhapsTaken = more.perhapsTaken;
    this.answer = more.answer;
  }
}

/** The platform looked at this record and refused it, with its own code and reason. */
export class ExchangeRefusedError extends Error {
  constructor(
    public readonly code: string,
    public readonly reason: string,
    /** What it answered, word for word. */
    public readonly answer?: string,
  ) {
    super(`${code}: ${reason}`);
    this.name = 'ExchangeRefusedError';
  }
}
