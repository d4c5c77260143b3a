import { z } from 'zod';
import { exchangeTimeSchema } from './exchange-time';

const text = (most: number) => z.string().trim().min(1).max(most);

/**
 * The check-action exchange record (02-dictionary). The lengths of action no., object and plan id and the 14 digits
 * of the catalogue code come from there; every other length is only our own bound against oversized input.
 */
export const checkActionRecordSchema = z
  .strictObject({
    catalogueCode: z.string().regex(/^\d{14}$/),
    checklistCode: text(64),
    actionName: text(200),
    actionNo: text(50),
    object: text(200),
    partyName: text(200),
    nature: z.enum(['legalPerson', 'selfEmployed', 'organisation', 'naturalPerson']),
    idType: z.enum(['uscc', 'registrationNo', 'identityCard']),
    idCode: text(50),
    division: z.string().regex(/^\d{6}(\d{6})?$/),
    form: z.enum(['joint', 'single']),
    type: z.enum(['random', 'special', 'clue', 'daily']),
    result: text(20),
    time: exchangeTimeSchema,
    personnel: z
      .array(z.strictObject({ name: text(100), certificateNo: text(64).optional() }))
      .min(1)
      .max(50),
    planId: text(50).optional(),
    agency: text(200).optional(),
    entrustedDepartment: text(200).optional(),
    addresses: z.array(text(300)).max(20).optional(),
    method: text(50).optional(),
    certificateNos: z.array(text(64)).max(50).optional(),
    reportTime: exchangeTimeSchema.optional(),
    reporter: text(100).optional(),
  })
  .refine((record) => record.reportTime === undefined || Date.parse(record.reportTime) > Date.parse(record.time), {
    path: ['reportTime'],
    message: 'reportTime must be after time',
  });

export type CheckActionRecord = z.infer<typeof checkActionRecordSchema>;
