import { z } from 'zod';
import { line } from '../fields';

/** What the office, which keeps the list of units, and the system administrator may change of a unit; who is a member is decided by the conference (M26). */
export const DepartmentEdit = z
  .object({ name: line(60), shortName: line(30), fullName: line(100), sector: line(200), inspects: z.boolean() })
  .partial()
  .strict();
export type DepartmentEdit = z.infer<typeof DepartmentEdit>;
