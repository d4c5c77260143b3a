import type { DataSource } from 'typeorm';
import type { MessageAct } from '../../domain/exchange/message-act';
import type { OutboxPayload } from '../../domain/exchange/message';
import { findPlatform } from '../../domain/exchange/platform';
import { notCorrectable } from '../../domain/exchange/correctable';
import { findHindrance } from '../../domain/exchange/preflight';
import { carriesCard } from '../../domain/identity-card';
import { Refusal } from '../../domain/refusal';
import { actOnMessage } from './act-on-message';
import type { OutboxMessageRow } from './message-row';
import { queuedAgain } from './queued-again';

export interface Correction extends MessageAct {
  /** New values by field of the record; the others stay. */
  fields: Record<string, unknown>;
  reason: string;
}

/**
 * Supplies what the platform lacks of a parked record and puts it back into the queue; what was recorded stays as it was
 * recorded. Later messages of the same line take over what was supplied.
 * @throws Refusal as `actOnMessage`; FIELD_NOT_CORRECTABLE naming fields that come from the recorded version;
 * MESSAGE_INCOMPLETE naming the fields that are still missing or wrong
 */
export async function correctMessage(dataSource: DataSource, input: Correction): Promise<OutboxMessageRow> {
  return actOnMessage(dataSource, input, {
    act: 'exchange.correct',
    reason: input.reason,
    detail: ({ payload }) => ({
      fields: input.fields,
      before: Object.fromEntries(Object.keys(input.fields).map((field) => [field, payload.record[field] ?? null])),
    }),
    set(message) {
      const carrying = Object.keys(input.fields).find((field) => carriesCard(input.fields[field]));
      if (carrying !== undefined) throw new Refusal('IDENTITY_CARD_NUMBER', { field: carrying });
      const recorded = notCorrectable(message.payload, input.fields);
      if (recorded.length > 0) throw new Refusal('FIELD_NOT_CORRECTABLE', { fields: recorded });
      const payload: OutboxPayload = { ...message.payload, record: { ...message.payload.record, ...input.fields } };
      const hindrance = findHindrance(findPlatform(message.platform), payload);
      if (hindrance) throw new Refusal('MESSAGE_INCOMPLETE', { ...hindrance });
      const corrections = JSON.stringify({ ...message.corrections, ...input.fields });
      return { ...queuedAgain(message, input.at), payload: JSON.stringify(payload), corrections };
    },
  });
}
