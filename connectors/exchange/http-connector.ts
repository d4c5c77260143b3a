import { jsonOf, plainWords } from '../../domain/exchange/answer-body';
import { readAnswer, type PlatformAnswer } from '../../domain/exchange/read-answer';
import { readStatus } from '../../domain/exchange/read-status';
import { reconcileAnswerSchema } from './answers';
import { readBoundedBody } from './bounded-body';
import type { ExchangeConnector } from './connector';
import { decodeBody } from './decode-body';
import { ExchangeRefusedError, RetryableExchangeError, retryableCodes } from './errors';
import { neverSent } from './never-sent';
import { readRetryAfter } from './retry-after';
import { exchangeHeaders, signExchangeCall } from './signature';

const replyLimit = 4_000_000;

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
  location?: string;
  retryAfterMs: number | undefined;
}

/** Speaks the exchange record as JSON over HTTP, each call signed, each send with its idempotency key. */
export function createHttpConnector(options: HttpConnectorOptions): ExchangeConnector {
  const base = options.baseUrl.replace(/\/+$/, '');
  return {
    async send(message, key, signal) {
      const reply = await call(base, options, { method: 'POST', path: '/records', body: message, key, signal });
      const answer = readAnswer(reply);
      if (answer.kind === 'taken') return { receipt: answer.receipt, answer: plainWords(reply.text) };
      throw toError(reply, answer);
    },
    async status(key, signal) {
      const path = `/records/${encodeURIComponent(key)}`;
      return readStatus((await question(base, options, { method: 'GET', path, signal })).text);
    },
    async reconcile(keys, signal) {
      const reply = await question(base, options, { method: 'POST', path: '/reconcile', body: { keys }, signal });
      const parsed = reconcileAnswerSchema.safeParse(jsonOf(reply.text));
      if (!parsed.success) throw toError(reply, { kind: 'unclear', words: plainWords(reply.text) });
      const held = new Map(parsed.data.entries.map((entry) => [entry.key, entry.receipt ?? undefined]));
      return keys.map((key) => {
        const receipt = held.get(key);
        return {
          key,
          status: receipt ? { held: true, receipt: { ...receipt, alreadyReceived: true } } : { held: false },
        };
      });
    },
  };
}

/** A call that asks and hands nothing over: anything but an answer with 200 is a failure. */
async function question(base: string, options: HttpConnectorOptions, request: Call): Promise<Reply> {
  const reply = await call(base, options, request);
  const answer = readAnswer(reply);
  if (answer.kind === 'fault' || reply.status !== 200) throw toError(reply, answer);
  return reply;
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
    return {
      status: response.status,
      text: decodeBody(await readBoundedBody(response, replyLimit), response.headers.get('content-type')),
      location: withoutQuery(response.headers.get('location'), url),
      retryAfterMs: readRetryAfter(response.headers.get('retry-after'), options.now()),
    };
  } catch (error) {
    throw explainFailure(error, request, timeout);
  }
}

/** Where a redirect points to, without what may be a secret. */
function withoutQuery(location: string | null, from: URL): string | undefined {
  if (location === null || !URL.canParse(location, from)) return undefined;
  const to = new URL(location, from);
  return plainWords(to.origin + to.pathname);
}

function explainFailure(error: unknown, request: Call, timeout: AbortSignal): unknown {
  if (error instanceof RetryableExchangeError) return error;
  // the caller is stopping: that says nothing about the platform
  if (request.signal?.aborted === true) return error;
  const { timeout: late, unreachable, lostReply } = retryableCodes;
  if (timeout.aborted) return new RetryableExchangeError(late, 'no answer within the time-out', { perhapsTaken: true });
  const cause = causeOf(error);
  const words = plainWords(String((cause as { message?: unknown } | undefined)?.message ?? cause));
  if (neverSent(cause)) return new RetryableExchangeError(unreachable, words, { perhapsTaken: false });
  return new RetryableExchangeError(lostReply, words, { perhapsTaken: true });
}

/** What lies behind a failed call, where its library says so. */
function causeOf(error: unknown): unknown {
  return (error as { cause?: unknown } | null | undefined)?.cause ?? error;
}

function toError(reply: Reply, answer: PlatformAnswer): Error {
  const said = plainWords(reply.text);
  if (answer.kind === 'refused') return new ExchangeRefusedError(answer.code, answer.words, said);
  const code = answer.kind === 'fault' ? retryableCodes[answer.fault] : retryableCodes.unclear;
  const words = answer.kind === 'taken' ? said : answer.words;
  return new RetryableExchangeError(code, words, {
    retryAfterMs: reply.retryAfterMs,
    // who is busy or does not let us in has taken nothing; whatever else was said may have come after the record was kept
    perhapsTaken: answer.kind !== 'fault' || (answer.fault !== 'busy' && answer.fault !== 'credentials'),
    answer: said,
  });
}
