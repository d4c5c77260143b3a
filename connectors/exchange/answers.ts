import { z } from 'zod';
import { receiptSchema } from '../../domain/exchange/message';

/** 200, 201: taken now. */
export const takenAnswerSchema = z.object({ receipt: receiptSchema });

/** 409: the platform holds this record already. */
export const alreadyReceivedSchema = z.object({ code: z.literal('ALREADY_RECEIVED'), receipt: receiptSchema });

// what a platform says is kept and shown: control characters (which a database refuses) and excess length go
const said = (most: number) =>
  z.string().transform((text) =>
    text
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, most),
  );

/** Any other refusal. */
export const refusalAnswerSchema = z.object({ code: said(64).pipe(z.string().min(1)), reason: said(1000).default('') });

export const statusAnswerSchema = z.object({ held: z.boolean(), receipt: receiptSchema.optional() });

export const reconcileAnswerSchema = z.object({
  entries: z.array(z.object({ key: z.string(), receipt: receiptSchema.nullable() })),
});
