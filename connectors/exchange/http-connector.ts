import type { z } from 'zod';
import type { Receipt } from '../../domain/exchange/message';
import {
  alreadyReceivedSchema,
  reconcileAnswerSchema,
  refusalAnswerSchema,
  statusAnswerSchema,
  takenAnswerSchema,
} from './answers';
import { readBoundedText } from './bounded-text';
import type { ExchangeConnector, KeyStatus } from './connector';
import { ExchangeRefusedError, RetryableExchangeError, retryableCodes } from './errors';
import { readRetryAfter } from './retry-after';
import { exchangeHeaders, signExchangeCall } from './signature';

const replyLimit = 4_000_000;
const credentialStatuses = [401, 403];
const busyStatuses = [408, 425, 429];

export interface HttpConnectorOptions {
  /** Address of the platform, e.g. http://127.0.0.1:4000/platforms/public-credit. */
  baseUrl: string;
  keyId: string;
  secret: string;
  timeoutMs: number;
  /** Milliseconds since 1970. */
  now: () => number;
}

interface Call {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  key?: string;
  signal?: AbortSignal;
}

interface Reply {
  status: number;
  text: string;
  retryAfterMs: number | undefined;
}

/** Speaks the exchange record as JSON over HTTP, each call signed, each send with its idempotency key. */
export function createHttpConnector(options: HttpConnectorOptions): ExchangeConnector {
  const base = options.baseUrl.replace(/\/+$/, '');
  return {
    async send(message, key, signal) {
      const reply = await call(base, options, { method: 'POST', path: '/records', body: message, key, signal });
      return reply.status === 409
        ? readConflict(reply)
        : toReceipt(readAnswer(reply, takenAnswerSchema).receipt, false);
    },
    async status(key, signal) {
      const path = `/records/${encodeURIComponent(key)}`;
      const answer = readAnswer(await call(base, options, { method: 'GET', path, signal }), statusAnswerSchema);
      return toStatus(answer.held ? answer.receipt : undefined);
    },
    async reconcile(keys, signal) {
      const reply = await call(base, options, { method: 'POST', path: '/reconcile', body: { keys }, signal });
      const { entries } = readAnswer(reply, reconcileAnswerSchema);
      const held = new Map(entries.map((entry) => [entry.key, entry.receipt ?? undefined]));
      return keys.map((key) => ({ key, status: toStatus(held.get(key)) }));
    },
  };
}

async function call(base: string, options: HttpConnectorOptions, request: Call): Promise<Reply> {
  const url = new URL(base + request.path);
  const body = request.body === undefined ? '' : JSON.stringify(request.body);
  const timestamp = String(options.now());
  // a header holds ASCII only
  const idempotencyKey = encodeURIComponent(request.key ?? '');
  const parts = { method: request.method, path: url.pathname + url.search, timestamp, idempotencyKey, body };
  const timeout = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await fetch(url, {
      method: request.method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        [exchangeHeaders.keyId]: options.keyId,
        [exchangeHeaders.timestamp]: timestamp,
        [exchangeHeaders.signature]: signExchangeCall(parts, options.secret),
        ...(body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...(idempotencyKey === '' ? {} : { [exchangeHeaders.idempotencyKey]: idempotencyKey }),
      },
      signal: request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]),
      ...(body === '' ? {} : { body }),
    });
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), options.now());
    return { status: response.status, text: await readBoundedText(response, replyLimit), retryAfterMs };
  } catch (error) {
    throw explainFailure(error, request, timeout);
  }
}

function explainFailure(error: unknown, request: Call, timeout: AbortSignal): unknown {
  if (error instanceof RetryableExchangeError) return error;
  // the caller is stopping: that says nothing about the platform
  if (request.signal?.aborted === true) return error;
  if (timeout.aborted) return new RetryableExchangeError(retryableCodes.timeout, 'no answer within the time-out');
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new RetryableExchangeError(retryableCodes.unreachable, cause.slice(0, 500));
}

function readAnswer<T>(reply: Reply, schema: z.ZodType<T>): T {
  if (reply.status !== 200 && reply.status !== 201) throw toError(reply);
  const parsed = schema.safeParse(parseJson(reply.text));
  if (parsed.success) return parsed.data;
  throw new RetryableExchangeError(retryableCodes.lostReply, `status ${reply.status} with a body that says nothing`);
}

function readConflict(reply: Reply): Receipt {
  const parsed = alreadyReceivedSchema.safeParse(parseJson(reply.text));
  if (parsed.success) return toReceipt(parsed.data.receipt, true);
  throw toError(reply);
}

function toError(reply: Reply): Error {
  const { status, retryAfterMs } = reply;
  const parsed = refusalAnswerSchema.safeParse(parseJson(reply.text));
  const said = parsed.success ? `${parsed.data.code}: ${parsed.data.reason}` : `status ${status}`;
  if (busyStatuses.includes(status)) return new RetryableExchangeError(retryableCodes.busy, said, retryAfterMs);
  // a wrong key is our setting's fault, not this record's: parking every record would only make work
  if (credentialStatuses.includes(status)) return new RetryableExchangeError(retryableCodes.credentials, said);
  if (status >= 400 && status < 500) {
    const code = parsed.success ? parsed.data.code : `HTTP_${status}`;
    return new ExchangeRefusedError(code, parsed.success ? parsed.data.reason : '');
  }
  return new RetryableExchangeError(retryableCodes.failing, said, retryAfterMs);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toStatus(receipt: z.infer<typeof statusAnswerSchema>['receipt']): KeyStatus {
  return receipt === undefined ? { held: false } : { held: true, receipt: toReceipt(receipt, true) };
}

function toReceipt(receipt: { receiptNo: string; receivedAt: string }, alreadyReceived: boolean): Receipt {
  return { receiptNo: receipt.receiptNo, receivedAt: receipt.receivedAt, alreadyReceived };
}
