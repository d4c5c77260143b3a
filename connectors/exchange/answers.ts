import { z } from 'zod';

const receiptSchema = z.object({
  receiptNo: z.string().regex(/^\P{Cc}{1,100}$/u),
  receivedAt: z.iso.datetime({ offset: true }),
});

/** One entry a key that was asked about. */
export const reconcileAnswerSchema = z.object({
  entries: z.array(z.object({ key: z.string(), receipt: receiptSchema.nullable() })),
});
