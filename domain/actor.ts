import { z } from 'zod';

/** What a person may act as. One account may hold several; an act names the one it was done in. */
export const capacities = [
  'officeHandler',
  'officeDirector',
  'departmentHandler',
  'departmentLeader',
  'departmentLiaison',
  'inspector',
  'supervisor',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;

export type Capacity = (typeof capacities)[number] | 'system';

/** The unit code of the joint-meeting office: a unit of its own, apart from the bureau that houses it. */
export const OFFICE = 'OFFICE';

/** Unit code of the county's market regulation: it keeps the register of firms and decides on 经营异常名录. */
export const MARKET_REGULATION = 'SCJG';

export const Actor = z.object({
  account: z.string().min(1).max(64),
  capacity: z.enum([...capacities, 'system']),
  department: z.string().min(1).max(32),
  onBehalfOf: z.string().min(1).max(64).optional(),
  /** The register id of an officer who acts; never part of the public record. */
  inspector: z.string().min(1).max(64).optional(),
});

/** Who acts: account id, the capacity used, the unit acted for, and the leader acted for under a delegation. */
export type Actor = z.infer<typeof Actor>;

/** The clock and the legal deadlines act too; their steps are recorded under this actor. */
export const systemActor: Actor = { account: 'system', capacity: 'system', department: 'SYSTEM' };
