import type { z } from 'zod';
import { refusalsOfCases } from './of-cases';
import { refusalsOfExchange } from './of-exchange';
import { refusalsOfJointChecks } from './of-joint-checks';
import { refusalsOfPeople } from './of-people';
import { refusalsOfReferrals } from './of-referrals';
import { refusalsOfRegisters } from './of-registers';
import { refusalsOfRequests } from './of-requests';
import { refusalsOfVisits } from './of-visits';

/** Every “no” that a person or a department's system can meet, by its stable code, with the shape of its details. */
export const refusalList = {
  ...refusalsOfPeople,
  ...refusalsOfCases,
  ...refusalsOfJointChecks,
  ...refusalsOfVisits,
  ...refusalsOfReferrals,
  ...refusalsOfRegisters,
  ...refusalsOfRequests,
  ...refusalsOfExchange,
} as const;

export type RefusalCode = keyof typeof refusalList;

/** The details that go with a code; of a code that is known only at run time, those of any. */
export type RefusalDetails<C extends RefusalCode = RefusalCode> = z.infer<(typeof refusalList)[C]>;

/** The details as a last argument: to be left out where the code needs none. */
export type GivenDetails<C extends RefusalCode> =
  Record<never, never> extends RefusalDetails<C> ? [details?: RefusalDetails<C>] : [details: RefusalDetails<C>];

/** Codes that can be told from the state alone, because their details need nothing but the place of the act. */
export type Obstacle = {
  [C in RefusalCode]: { act: string; stage: string } extends RefusalDetails<C> ? C : never;
}[RefusalCode];
