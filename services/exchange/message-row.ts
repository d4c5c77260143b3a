import type { OutboxPayload, Receipt } from '../../domain/exchange/message';
import type { OutboxState } from '../../domain/exchange/outbox-state';

/** A message of the outbox as plain data: times in ISO 8601, safe to cross the engine's wire. */
export interface OutboxMessageRow {
  id: string;
  number: number;
  platform: string;
  key: string;
  subjectKind: string;
  subjectId: string;
  department: string;
  line: string;
  /** Under which the platform keeps the record. */
  recordId: string;
  payload: OutboxPayload;
  /** What a person supplied of the record. */
  corrections: Record<string, unknown> | null;
  state: OutboxState;
  attempts: number;
  attemptsBefore: number;
  perhapsTaken: boolean;
  lastErrorCode: string | null;
  lastError: string | null;
  receipt: Receipt | null;
  nextAttemptAt: string | null;
  createdAt: string;
  sentAt: string | null;
  version: number;
}

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Select list that gives an `OutboxMessageRow`; the table is named `m`. */
export const messageColumns = `m.id, m.number::int AS number, m.platform, m.key, m.subject_kind AS "subjectKind",
  m.subject_id AS "subjectId", m.department, m.line, m.record_id AS "recordId", m.payload, m.corrections, m.state, m.attempts, m.attempts_before AS "attemptsBefore",
  m.perhaps_taken AS "perhapsTaken",
  m.last_error_code AS "lastErrorCode", m.last_error AS "lastError", m.receipt,
  ${utc('m.next_attempt_at')} AS "nextAttemptAt", ${utc('m.created_at')} AS "createdAt", ${utc('m.sent_at')} AS "sentAt",
  m.version`;
