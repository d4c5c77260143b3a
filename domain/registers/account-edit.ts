import { z } from 'zod';
import { capacities } from '../actor';
import { departmentCode, registerLine } from '../fields';

const capacityList = z.array(z.enum(capacities)).min(1).max(capacities.length);

export const AccountCreation = z
  .object({
    username: z.string().regex(/^[a-z][a-z0-9._-]{2,39}$/),
    name: registerLine(60),
    department: departmentCode,
    capacities: capacityList,
    inspector: z.uuid().optional(),
    /** A system's account: nobody signs in with it, so that it has no password and is no officer's. */
    machine: z.boolean().default(false),
    password: z.string().min(1).max(200).optional(),
  })
  .strict();
export type AccountCreation = z.input<typeof AccountCreation>;

/** What the security administrator may change of an account; a transfer to another unit is a new account. */
export const AccountChange = z
  .object({
    name: registerLine(60),
    capacities: capacityList,
    active: z.boolean(),
    /** Said by whoever takes away what open tasks wait for, having read them. */
    despiteTasks: z.boolean(),
  })
  .partial()
  .strict();
export type AccountChange = z.infer<typeof AccountChange>;
