import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { exchangeHeaders } from '../../connectors/exchange/signature';
import { exchangeMessageSchema } from '../../domain/exchange/message';
import type { PlatformDefinition } from '../../domain/exchange/platform';
import { findHindrance } from '../../domain/exchange/preflight';
import { answerInGbk, answerJson, answerSignInPage, answerTwice } from './answer';
import type { Behaviours } from './faults';
import type { RecordStore } from './record-store';
import { decodeKey, headerOf } from './verify-call';

/** What the routes of a platform need. */
export interface PlatformRoom {
  store: RecordStore;
  behaviours: Behaviours;
  now(): Date;
}

const reconcileSchema = z.object({ keys: z.array(z.string().max(200)).max(1000) });

/** POST /platforms/<key>/records: takes a record, once a key, and misbehaves as it was told to. */
export async function receiveRecord(
  room: PlatformRoom,
  platform: PlatformDefinition,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const behaviour = room.behaviours.next(platform.key);
  const answer = behaviour.encoding === 'gbk' ? answerInGbk : answerJson;
  if (behaviour.mode === 'down') return void request.socket.destroy();
  if (behaviour.mode === 'signIn') return answerSignInPage(response);
  if (behaviour.mode === 'busy') {
    const headers = { 'retry-after': String(behaviour.retryAfterSeconds) };
    return answerJson(response, 429, { code: 'TOO_MANY', reason: 'too many records' }, headers);
  }
  const { code, reason } = behaviour;
  if (behaviour.mode === 'refuse') return answer(response, 422, { code, reason });
  if (behaviour.mode === 'sayNo') return answer(response, 200, { success: false, code, msg: reason });

  const key = decodeKey(headerOf(request, exchangeHeaders.idempotencyKey));
  if (key === '' || key.length > 200)
    return answerJson(response, 400, { code: 'KEY_MISSING', reason: 'no idempotency key' });
  const parsed = exchangeMessageSchema.safeParse(parseJson(body));
  if (!parsed.success)
    return answerJson(response, 422, { code: 'MESSAGE_INVALID', reason: z.prettifyError(parsed.error).slice(0, 900) });
  const { kind, envelope, record } = parsed.data;
  const hindrance = findHindrance(platform, {
    kind,
    operation: envelope.cd_operation,
    source: envelope.cd_source,
    record,
  });
  if (hindrance) return answerJson(response, 422, { code: 'RECORD_INVALID', reason: hindrance.fields.join(', ') });

  const standing = room.store.standing(platform.key, envelope.cd_id);
  const isNew = !room.store.find(platform.key, key);
  if (isNew && envelope.cd_operation === 'i' && standing)
    return answer(response, 422, { code: 'RECORD_EXISTS', reason: '该记录已存在，请使用更新' });
  if (isNew && envelope.cd_operation !== 'i' && !standing)
    return answer(response, 422, { code: 'RECORD_UNKNOWN', reason: '没有可以更新或撤销的记录' });

  const kept = await room.store.keep(platform.key, key, parsed.data, body, room.now());
  if (kept.kind === 'differs')
    return answerJson(response, 409, { code: 'KEY_REUSED', reason: 'the key holds another record' });
  const { receipt } = kept.record;
  if (behaviour.mode === 'slow') await delay(behaviour.delayMs);
  if (behaviour.mode === 'loseReply') return void request.socket.destroy();
  if (behaviour.mode === 'otherReceipt')
    return answer(response, 200, { code: '0', msg: '接收成功', data: { HZ_BH: receipt.receiptNo } });
  if (behaviour.mode === 'unclear') return answer(response, 200, { time: 12 });
  if (behaviour.mode === 'twice') return answerTwice(response, 200, { receipt });
  if (kept.kind === 'held' || behaviour.mode === 'duplicate')
    return answerJson(response, 409, { code: 'ALREADY_RECEIVED', receipt });
  answerJson(response, 201, { receipt });
}

/** GET /platforms/<key>/records/<idempotency key>: whether it is held; a platform that is away does not say that either. */
export function answerStatus(
  room: PlatformRoom,
  platform: PlatformDefinition,
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
): void {
  const { mode } = room.behaviours.current(platform.key);
  // a question meets the same closed door as a record, and counts as often
  if (mode === 'down' || mode === 'signIn') room.behaviours.next(platform.key);
  if (mode === 'down') return void request.socket.destroy();
  if (mode === 'signIn') return answerSignInPage(response);
  const receipt = room.store.find(platform.key, key)?.receipt;
  answerJson(response, 200, { held: receipt !== undefined, receipt });
}

/** POST /platforms/<key>/reconcile: one entry a key, in the order asked. */
export function answerReconcile(
  room: PlatformRoom,
  platform: PlatformDefinition,
  response: ServerResponse,
  body: string,
): void {
  const parsed = reconcileSchema.safeParse(parseJson(body));
  if (!parsed.success) return answerJson(response, 400, { code: 'KEYS_INVALID', reason: 'a list of keys is needed' });
  const entries = parsed.data.keys.map((key) => ({
    key,
    receipt: room.store.find(platform.key, key)?.receipt ?? null,
  }));
  answerJson(response, 200, { entries });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
