import { z } from 'zod';
import { exchangeTimeSchema, toExchangeDay, toExchangeTime } from './exchange-time';

/** What the receiving side shall do with the record: insert, update, delete. */
export const operationSchema = z.enum(['i', 'u', 'd']);

export type ExchangeOperation = z.infer<typeof operationSchema>;

/** The columns that every exchanged record carries (02-dictionary, check-action exchange record). */
export const envelopeSchema = z.strictObject({
  cd_id: z.string().min(1).max(64),
  cd_time: exchangeTimeSchema,
  cd_source: z.string().min(1).max(64),
  cd_batch: z.string().regex(/^\d{8}\d{6,12}$/),
  cd_operation: operationSchema,
});

export type ExchangeEnvelope = z.infer<typeof envelopeSchema>;

interface EnvelopeFacts {
  /** Of the record at the platform; the same over all versions and for its withdrawal. */
  id: string;
  at: Date;
  /** Code of the sending unit. */
  source: string;
  /** Running number of the message, a positive integer. */
  sequence: number;
  operation: ExchangeOperation;
}

/**
 * Builds the envelope of a message from facts that never change, so that a message sent again is the same to the
 * byte. The batch is the Chinese day of `at` and the running number in at least six digits.
 */
export function buildEnvelope(facts: EnvelopeFacts): ExchangeEnvelope {
  return {
    cd_id: facts.id,
    cd_time: toExchangeTime(facts.at),
    cd_source: facts.source,
    cd_batch: `${toExchangeDay(facts.at)}${String(facts.sequence).padStart(6, '0')}`,
    cd_operation: facts.operation,
  };
}
