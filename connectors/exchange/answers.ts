import { z } from 'zod';
import { receiptSchema } from '../../domain/exchange/message';

/** 200, 201: taken now. */
export const takenAnswerSchema = z.object({ receipt: receiptSchema });

/** 409: the platform holds this record already. */
export const alreadyReceivedSchema = z.object({ code: z.literal('ALREADY_RECEIVED'), receipt: receiptSchema });

/** Any other refusal. */
export const refusalAnswerSchema = z.object({
  code: z.string().min(1).max(64),
  reason: z.string().max(1000),
});

export const statusAnswerSchema = z.object({ held: z.boolean(), receipt: receiptSchema.optional() });

export const reconcileAnswerSchema = z.object({
  entries: z.array(z.object({ key: z.string(), receipt: receiptSchema.nullable() })),
});
