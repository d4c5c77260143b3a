import { z } from 'zod';
import { envelopeSchema, operationSchema, type ExchangeOperation } from './envelope';
import type { ExchangeRecord } from './record-check';
import { recordKindSchema, type RecordKind } from './record-kind';

const recordSchema: z.ZodType<ExchangeRecord> = z.record(z.string(), z.unknown());

/** What crosses the border: one record in its envelope. */
export const exchangeMessageSchema = z.strictObject({
  kind: recordKindSchema,
  envelope: envelopeSchema,
  record: recordSchema,
});

export type ExchangeMessage = z.infer<typeof exchangeMessageSchema>;

/** What the outbox keeps of a message; its envelope is made from the row when it is sent. */
export const outboxPayloadSchema = z.strictObject({
  kind: recordKindSchema,
  operation: operationSchema,
  /** Code of the sending unit. */
  source: z.string().min(1).max(64),
  record: recordSchema,
});

export type OutboxPayload = z.infer<typeof outboxPayloadSchema>;

/** A message as an act hands it to the outbox; what is left out follows from the subject and the department. */
export interface OutboxRequest {
  platform: string;
  /** One record a platform and key, for ever. */
  key: string;
  subjectKind: string;
  subjectId: string;
  department: string;
  /** The record itself. */
  payload: Record<string, unknown>;
  kind?: RecordKind;
  operation?: ExchangeOperation;
}

/** The platform's proof that it holds a record. */
export interface Receipt {
  /** Null where it said that it took the record and gave no number under a name that we know. */
  receiptNo: string | null;
  receivedAt: string | null;
  /** The platform held the record from an earlier send. */
  alreadyReceived: boolean;
}
