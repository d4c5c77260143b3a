import type { IncomingMessage } from 'node:http';
import { exchangeHeaders, isExchangeSignature } from '../../connectors/exchange/signature';

const skewMs = 300_000;

/** Why a call is not let in; undefined when its signature fits and is fresh. */
export function findCallFault(request: IncomingMessage, body: string, secret: string, now: Date): string | undefined {
  const timestamp = headerOf(request, exchangeHeaders.timestamp);
  const signature = headerOf(request, exchangeHeaders.signature);
  if (headerOf(request, exchangeHeaders.keyId) === '' || timestamp === '' || signature === '')
    return 'SIGNATURE_MISSING';
  const age = Math.abs(now.getTime() - Number(timestamp));
  if (!(age <= skewMs)) return 'SIGNATURE_EXPIRED';
  const parts = {
    method: request.method ?? '',
    path: request.url ?? '',
    timestamp,
    idempotencyKey: headerOf(request, exchangeHeaders.idempotencyKey),
    body,
  };
  return isExchangeSignature(signature, parts, secret) ? undefined : 'SIGNATURE_WRONG';
}

/** A header that is given once; empty otherwise. */
export function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** A key as it was before it was percent-encoded; empty where it cannot be read. */
export function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
