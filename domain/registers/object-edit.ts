import { z } from 'zod';
import { holdsCard } from '../identity-card';
import { day, departmentCode, registerLine, registerParagraph } from '../fields';
import { objectKinds, riskClasses } from '../joint-check/scheme';
import { codeForm, normalForm, sameText } from '../text/normal-form';
import { isUsccShape } from '../uscc';
import { firmName } from './firm-name';
import { objectStatuses } from './object-dictionary';

const Licence = z.object({
  name: registerLine(100),
  no: registerLine(60),
  issuedOn: day.optional(),
  expiresOn: day.optional(),
  issuer: registerLine(100).optional(),
});

/** A word by which a check selects objects; a list of them is typed with signs and spaces between. One without a sign to compare is none. */
const tag = registerLine(40)
  .regex(/^[^\s、，,;；]+$/, { error: 'tagForm' })
  .refine((text) => normalForm(text) !== '', { error: 'tagForm' });

/** A tag for all that a file brings, or nothing. */
export const ImportTag = z.union([z.literal(''), tag]);

/** What a person may change of an object; only the keys that are present change, null empties. */
export const ObjectEdit = z
  .object({
    uscc: z
      .string()
      .overwrite(codeForm)
      .refine(isUsccShape, { error: 'usccShape' })
      .refine((code) => !holdsCard(code), { error: 'identityCard' })
      .nullable(),
    registrationNo: registerLine(40).overwrite(codeForm).nullable(),
    kind: z.enum(objectKinds),
    name: registerLine(200).overwrite(firmName),
    status: z.enum(objectStatuses),
    foundedOn: day.nullable(),
    address: registerLine(300).nullable(),
    division: z
      .string()
      .regex(/^\d{6}(\d{3})?(\d{3})?$/)
      .nullable(),
    industry: z
      .string()
      .regex(/^\d{2,4}$/)
      .nullable(),
    scope: registerParagraph(2000).nullable(),
    legalRepresentative: registerLine(60).nullable(),
    phone: registerLine(60).nullable(),
    responsibleDepartments: z.array(departmentCode).min(1).max(20),
    tags: z
      .array(tag)
      .max(50)
      .refine((tags) => tags.every((one, place) => tags.findIndex((other) => sameText(one, other)) === place), {
        error: 'tagTwice',
      }),
    licences: z.array(Licence).max(50),
    riskClass: z.enum(riskClasses).nullable(),
    riskSource: registerLine(100).nullable(),
    creditStatus: registerLine(100).nullable(),
    note: registerParagraph(2000).nullable(),
  })
  .partial()
  .strict();
export type ObjectEdit = z.infer<typeof ObjectEdit>;
