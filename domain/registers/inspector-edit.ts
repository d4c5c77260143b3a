import { z } from 'zod';
import { day, registerLine } from '../fields';
import { dutyStatuses, postClasses } from './inspector-dictionary';

/** What may be changed of an inspector; only the keys that are present change. `recusals` replaces the whole list. */
export const InspectorEdit = z
  .object({
    name: registerLine(60),
    postClass: z.enum(postClasses),
    certificates: z
      .array(z.object({ no: registerLine(60), expiresOn: day }))
      .min(1)
      .max(10),
    qualifications: z.array(registerLine(40)).max(20),
    specialisms: z.array(registerLine(40)).max(20),
    areas: z.array(z.string().regex(/^\d{9}$/)).max(50),
    dutyStatus: z.enum(dutyStatuses),
    recusals: z.array(z.object({ object: z.uuid(), reason: registerLine(200, 2) })).max(500),
  })
  .partial()
  .strict();
export type InspectorEdit = z.infer<typeof InspectorEdit>;
