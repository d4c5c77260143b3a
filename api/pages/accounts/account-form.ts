import { z } from 'zod';
import { capacities } from '../../../domain/actor';
import { registerReason } from '../../../domain/fields';
import { AccountChange, AccountCreation } from '../../../domain/registers/account-edit';

const capacityList = z.array(z.enum(capacities)).min(1).max(capacities.length).meta({ widget: 'checkboxes' });

/** A new account as its form asks for it. */
export const AccountCreationForm = z.object({
  ...AccountCreation.shape,
  capacities: capacityList,
  inspector: z.string().max(36).optional().meta({ widget: 'select', options: 'inspectors' }),
  machine: AccountCreation.shape.machine.unwrap().default(false),
  password: AccountCreation.shape.password,
});

/** A change of an account: all that may change stands in the form, with the version it was read in. */
export const AccountChangeForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  name: AccountCreation.shape.name,
  capacities: capacityList,
  active: AccountChange.shape.active.unwrap().default(false),
  reason: registerReason.optional(),
  despiteTasks: AccountChange.shape.despiteTasks.unwrap().default(false),
});

/** A first password that the person must change. */
export const PasswordForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  password: z.string().min(1).max(200),
});
