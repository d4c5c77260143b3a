import { z } from 'zod';
import { registerLine } from '../fields';

/** A number that can be dialled: with its area code, a mobile or a service line (12345, 400-…), and an extension where there is one. */
export const unitPhone = registerLine(40).regex(
  /^(?:0\d{2,3}-?\d{7,8}|1\d{10}|1\d{4}|400-?\d{3}-?\d{4})(?:-\d{1,6})?$/,
  {
    error: 'phoneDigits',
  },
);

/** What the office, which keeps the list of units, and the system administrator may change of a unit; who is a member is decided by the conference (M26). */
export const DepartmentEdit = z
  .object({
    name: registerLine(60),
    shortName: registerLine(30),
    fullName: registerLine(100),
    sector: registerLine(200),
    phone: unitPhone.nullable(),
    /** 机关代字, such as 灌市监. */
    documentMark: registerLine(12, 2).nullable(),
    inspects: z.boolean(),
  })
  .partial()
  .strict();
export type DepartmentEdit = z.infer<typeof DepartmentEdit>;
