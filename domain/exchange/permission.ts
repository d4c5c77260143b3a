import type { Actor } from '../actor';

/** Whose messages a reader sees: every department's, one department's, or none; and whether with what they say. */
export type ExchangeView = { all: true; records: boolean } | { department: string; records: true } | undefined;

const ofEverybody = ['officeHandler', 'officeDirector', 'supervisor'];
const ofOneDepartment = ['departmentHandler', 'departmentLeader'];

/**
 * Office and supervisors read every message, as they read every case; a department's people read their own department's.
 * The system administrator sees the whole queue without its records: who keeps the system reads no case.
 */
export function exchangeViewOf(reader: { department: string; capacities: readonly string[] }): ExchangeView {
  if (reader.capacities.some((capacity) => ofEverybody.includes(capacity))) return { all: true, records: true };
  if (reader.capacities.includes('systemAdministrator')) return { all: true, records: false };
  if (reader.capacities.some((capacity) => ofOneDepartment.includes(capacity)))
    return { department: reader.department, records: true };
  return undefined;
}

/** Only the handler of the department that answers for a record decides what becomes of its parked message. */
export function mayActOnMessage(actor: Actor, message: { department: string }): boolean {
  return actor.capacity === 'departmentHandler' && actor.department === message.department;
}
