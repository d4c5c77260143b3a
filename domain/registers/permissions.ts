import { OFFICE, type Actor, type Capacity } from '../actor';
import { Refusal } from '../refusal';

type Reach = 'all' | 'own';

/**
 * Who may change what in the registers. `own` = the person's own unit only. The three administrators (三员) share no row:
 * one keeps the system's settings, one the accounts, one reads the audit.
 */
const table = {
  'object.edit': { departmentHandler: 'own', officeHandler: 'all' },
  'object.load': { departmentHandler: 'own', officeHandler: 'all' },
  'inspector.edit': { departmentHandler: 'own', departmentLeader: 'own', officeHandler: 'all' },
  'inspector.load': { departmentHandler: 'own', officeHandler: 'all' },
  'item.change': { departmentHandler: 'own', officeHandler: 'all' },
  'department.edit': { systemAdministrator: 'all', officeHandler: 'all' },
  'setting.change': { systemAdministrator: 'all' },
  'calendar.publish': { systemAdministrator: 'all' },
  'account.create': { securityAdministrator: 'all' },
  'account.change': { securityAdministrator: 'all' },
  'account.read': { securityAdministrator: 'all' },
  'token.issue': { securityAdministrator: 'all' },
  'token.end': { securityAdministrator: 'all' },
  'step.retry': { systemAdministrator: 'all' },
  'step.settle': { systemAdministrator: 'all' },
  'stray.note': { systemAdministrator: 'all' },
  'audit.read': { auditAdministrator: 'all', supervisor: 'all' },
} as const satisfies Record<string, Partial<Record<Capacity, Reach>>>;

export type RegisterAct = keyof typeof table;

/** How far a capacity reaches in an act on the registers, or nothing. */
export const reachOf = (act: RegisterAct, capacity: Capacity): Reach | undefined =>
  (table[act] as Partial<Record<Capacity, Reach>>)[capacity];

/** For the access matrix: every act with the capacities that may do it. */
export const registerPermissions: Record<RegisterAct, Partial<Record<Capacity, Reach>>> = table;

/**
 * @param owners units that the row belongs to; an act that reaches only the own unit needs the actor's among them
 * @throws Refusal NOT_ENTITLED
 */
export function requireRegisterAct(act: RegisterAct, actor: Actor, owners: readonly string[] = []): void {
  const reach = reachOf(act, actor.capacity);
  if (reach === 'all') return;
  if (reach === 'own' && owners.includes(actor.department)) return;
  throw new Refusal('NOT_ENTITLED', { act, capacity: actor.capacity });
}

const byUnit: Partial<Record<Capacity, 'office' | 'department'>> = {
  officeHandler: 'office',
  officeDirector: 'office',
  departmentHandler: 'department',
  departmentLeader: 'department',
  departmentLiaison: 'department',
  inspector: 'department',
};
const administrators: readonly Capacity[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'];
/** Two people stand behind these pairs, so one account never holds both. */
const apart: readonly (readonly [Capacity, Capacity])[] = [
  ['officeHandler', 'officeDirector'],
  ['departmentHandler', 'departmentLeader'],
];

/**
 * Whether one account may hold these capacities together.
 * @throws Refusal CAPACITIES_NONE, CAPACITIES_APART (an administrator holds that part alone; who prepares never decides),
 *   CAPACITY_OF_OTHER_UNIT (the office's capacities outside the office, or the reverse)
 */
export function requireCapacities(capacities: readonly Capacity[], department: string): void {
  if (capacities.length === 0) throw new Refusal('CAPACITIES_NONE');
  const watcher = capacities.find((capacity) => administrators.includes(capacity) || capacity === 'supervisor');
  if (watcher && capacities.length > 1) throw new Refusal('CAPACITIES_APART', { capacities: [...capacities] });
  if (apart.some((pair) => pair.every((capacity) => capacities.includes(capacity)))) {
    throw new Refusal('CAPACITIES_APART', { capacities: [...capacities] });
  }
  const unit = department === OFFICE ? 'office' : 'department';
  const foreign = capacities.find((capacity) => byUnit[capacity] !== undefined && byUnit[capacity] !== unit);
  if (foreign) throw new Refusal('CAPACITY_OF_OTHER_UNIT', { capacity: foreign, department });
}
