import { z } from 'zod';
import { day, registerLine, registerParagraph } from '../fields';

export const itemCauses = ['enacted', 'amended', 'abolished', 'interpreted', 'dutiesReallocated'] as const;

/** What an item says. */
const content = {
  name: registerLine(200),
  category: registerLine(100),
  objectType: registerLine(300),
  content: registerParagraph(4000).nullable().optional(),
  itemClass: z.enum(['key', 'general']).nullable().optional(),
  method: registerLine(200).nullable().optional(),
  ratioFrequency: registerLine(200).nullable().optional(),
  basis: registerParagraph(4000).nullable().optional(),
  catalogueCode: z
    .string()
    .regex(/^\d{14}$/)
    .nullable()
    .optional(),
  randomApplies: z.boolean(),
  jointApplies: z.boolean(),
  qualifications: z.array(registerLine(40)).max(5).optional(),
  /** What a firm has ready for the check, one thing a line; it stands in the notice. */
  materials: registerParagraph(1000).nullable().optional(),
  note: registerParagraph(1000).nullable().optional(),
};

/** A new item (立), in force from a day. */
export const ItemEnactment = z.object({ effectiveFrom: day, ...content }).strict();
export type ItemEnactment = z.infer<typeof ItemEnactment>;

/** A new version of an item: why (立改废释, 职能调整), from which day, and what changes; absent keys stay as in the version before. */
export const ItemChange = z
  .object({ cause: z.enum(itemCauses), effectiveFrom: day })
  .extend(z.object(content).partial().shape)
  .strict();
export type ItemChange = z.infer<typeof ItemChange>;
