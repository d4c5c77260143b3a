import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header names of a signed exchange call. */
export const exchangeHeaders = {
  keyId: 'x-exchange-key-id',
  timestamp: 'x-exchange-timestamp',
  signature: 'x-exchange-signature',
  idempotencyKey: 'idempotency-key',
} as const;

/** What a signature covers; the path includes the query, the timestamp is in milliseconds since 1970. */
export interface SignedParts {
  method: string;
  path: string;
  timestamp: string;
  /** As it stands in the header, percent-encoded; empty where the call carries none. */
  idempotencyKey: string;
  body: string;
}

/** HMAC-SHA-256 in hex over method, path, timestamp, idempotency key and body, one a line. */
export function signExchangeCall(parts: SignedParts, secret: string): string {
  const lines = [parts.method.toUpperCase(), parts.path, parts.timestamp, parts.idempotencyKey, parts.body];
  return createHmac('sha256', secret).update(lines.join('\n'), 'utf8').digest('hex');
}

/** Compares in constant time; false for anything that is not the signature of exactly these parts. */
export function isExchangeSignature(given: string, parts: SignedParts, secret: string): boolean {
  const expected = Buffer.from(signExchangeCall(parts, secret), 'utf8');
  const received = Buffer.from(given, 'utf8');
  return received.length === expected.length && timingSafeEqual(received, expected);
}
