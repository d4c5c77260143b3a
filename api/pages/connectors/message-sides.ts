import { z } from 'zod';
import { correctableFieldsOf } from '../../../domain/exchange/correctable';
import type { ShownMessage } from '../../../services/queries/exchange/show-message';

type Values = Record<string, unknown>;

export const messageActs = ['retry', 'correct', 'giveUp'] as const;
export type MessageActName = (typeof messageActs)[number];

/** What the forms of a message say, as the conflict page puts it together. */
export const MessageSides = z.object({
  version: z.int().optional(),
  reason: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
});

/** What stands of a message in the form of an act. */
export function messageSide(shown: ShownMessage, act: MessageActName): Values {
  const { message } = shown;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const fields = correctableFields(shown).map((field) => [field, text(message.payload?.record[field])]);
  return { version: message.version, ...(act === 'correct' && { fields: Object.fromEntries(fields) as Values }) };
}

/** Fields that a person may supply: of those that hinder the message, or of all, what the platform alone may lack. */
export function correctableFields({ hindrance, message }: ShownMessage): string[] {
  if (!message.payload) return [];
  const supplied = correctableFieldsOf(message.payload.kind);
  return hindrance && hindrance.fields.length > 0
    ? hindrance.fields.filter((field) => supplied.includes(field))
    : supplied.filter((field) => message.payload?.record[field] !== undefined);
}
