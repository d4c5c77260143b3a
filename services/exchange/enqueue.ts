import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { inheritedRecord } from '../../domain/exchange/inherited-record';
import { outboxPayloadSchema, type OutboxPayload, type OutboxRequest } from '../../domain/exchange/message';
import { findPlatform, recordKindOfSubject } from '../../domain/exchange/platform';
import { findHindrance } from '../../domain/exchange/preflight';
import { lockLine, settleLine } from './line-of';
import { recordsOfLine } from './records-of-line';

export interface Enqueued {
  id: string;
  /** False where the platform and key had a message already; that one stays as it is. */
  created: boolean;
}

/**
 * Puts a message into the outbox within the transaction of the act that causes it, at the end of its line: what it overtakes
 * there is not sent any more, and what a person supplied for an earlier version is not asked for again. A record that lacks
 * what the platform requires is parked at once, so that a person sees it before the platform refuses it.
 * @throws ZodError if the subject has no kind of record and the request names none
 */
export async function enqueue(manager: EntityManager, request: OutboxRequest): Promise<Enqueued> {
  const key = { platform: request.platform, line: `${request.subjectId}/${request.department}` };
  await lockLine(manager, key);
  const asked = payloadOf(request);
  const line = await recordsOfLine(manager, key);
  const payload = { ...asked, record: inheritedRecord(asked, line) };
  const hindrance = findHindrance(findPlatform(request.platform), payload);
  const id = randomUUID();
  const inserted: { id: string }[] = await manager.query(
    `INSERT INTO outbox_message (id, platform, key, subject_kind, subject_id, department, line, record_id, payload, state, last_error_code, last_error,
       next_attempt_at, created_at)
     VALUES ($10, $1, $2, $3, $4, $5, $11, $12, $6, $7::varchar, $8, $9, CASE WHEN $7::varchar = 'queued' THEN clock_timestamp() END, clock_timestamp())
     ON CONFLICT (platform, key) DO NOTHING RETURNING id`,
    [
      request.platform,
      request.key,
      request.subjectKind,
      request.subjectId,
      request.department,
      JSON.stringify(payload),
      hindrance ? 'parked' : 'queued',
      hindrance?.code ?? null,
      hindrance ? hindrance.fields.join(', ') : null,
      id,
      key.line,
      line[0]?.recordId ?? id,
    ],
  );
  if (inserted[0]) {
    await settleLine(manager, key);
    return { id, created: true };
  }
  const earlier: { id: string }[] = await manager.query(
    'SELECT id FROM outbox_message WHERE platform = $1 AND key = $2',
    [request.platform, request.key],
  );
  return { id: earlier[0]?.id ?? '', created: false };
}

function payloadOf(request: OutboxRequest): OutboxPayload {
  return outboxPayloadSchema.parse({
    kind: request.kind ?? recordKindOfSubject[request.subjectKind],
    operation: request.operation ?? 'i',
    source: request.department,
    record: request.payload,
  });
}
