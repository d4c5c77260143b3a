import type { EntityManager } from 'typeorm';
import { outboxPayloadSchema, type OutboxPayload, type OutboxRequest } from '../../domain/exchange/message';
import { findPlatform, recordKindOfSubject } from '../../domain/exchange/platform';
import { findHindrance } from '../../domain/exchange/preflight';

export interface Enqueued {
  id: string;
  /** False where the platform and key had a message already; that one stays as it is. */
  created: boolean;
}

/**
 * Puts a message into the outbox within the transaction of the act that causes it. A record that lacks what the
 * platform requires is parked at once, so that a person sees it before the platform refuses it.
 * @throws ZodError if the subject has no kind of record and the request names none
 */
export async function enqueue(manager: EntityManager, request: OutboxRequest): Promise<Enqueued> {
  const payload = payloadOf(request);
  const hindrance = findHindrance(findPlatform(request.platform), payload);
  const inserted: { id: string }[] = await manager.query(
    `INSERT INTO outbox_message (platform, key, subject_kind, subject_id, department, payload, state, last_error_code, last_error,
       next_attempt_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::varchar, $8, $9, CASE WHEN $7::varchar = 'queued' THEN clock_timestamp() END, clock_timestamp())
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
    ],
  );
  if (inserted[0]) return { id: inserted[0].id, created: true };
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
