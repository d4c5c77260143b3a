import { z } from 'zod';
import { day, line, numberLine } from '../fields';
import { dutyStatuses, postClasses } from './inspector-dictionary';

/** What may be changed of an inspector; only the keys that are present change. `recusals` replaces the whole list. */
export const InspectorEdit = z
  .object({
    name: line(60),
    postClass: z.enum(postClasses),
    certificates: z
      .array(z.object({ no: numberLine(60), expiresOn: day }))
      .min(1)
      .max(10),
    qualifications: z.array(line(40)).max(20),
    specialisms: z.array(line(40)).max(20),
    areas: z.array(z.string().regex(/^\d{9}$/)).max(50),
    dutyStatus: z.enum(dutyStatuses),
    recusals: z.array(z.object({ object: z.uuid(), reason: line(200, 2) })).max(500),
  })
  .partial()
  .strict();
export type InspectorEdit = z.infer<typeof InspectorEdit>;
