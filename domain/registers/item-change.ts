import { z } from 'zod';
import { day, line, paragraph } from '../fields';

export const itemCauses = ['enacted', 'amended', 'abolished', 'interpreted', 'dutiesReallocated'] as const;

/** A new version of an item: why (立改废释, 职能调整), from which day, and what changes; absent keys stay as in the version before. */
export const ItemChange = z
  .object({
    cause: z.enum(itemCauses),
    effectiveFrom: day,
    category: line(100).optional(),
    name: line(200).optional(),
    content: paragraph(4000).nullable().optional(),
    objectType: line(300).optional(),
    itemClass: z.enum(['key', 'general']).nullable().optional(),
    method: line(200).nullable().optional(),
    ratioFrequency: line(200).nullable().optional(),
    basis: paragraph(4000).nullable().optional(),
    catalogueCode: z
      .string()
      .regex(/^\d{14}$/)
      .nullable()
      .optional(),
    randomApplies: z.boolean().optional(),
    jointApplies: z.boolean().optional(),
    qualifications: z.array(line(40)).max(5).optional(),
    note: paragraph(1000).nullable().optional(),
  })
  .strict();
export type ItemChange = z.infer<typeof ItemChange>;
