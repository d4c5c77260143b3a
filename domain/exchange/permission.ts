import type { Actor } from '../actor';

/** Whose messages a reader sees: every department's, one department's, or none. */
export type ExchangeView = { all: true } | { department: string } | undefined;

/** The system administrator sees the whole queue; a department's people see their own department's messages. */
export function exchangeViewOf(reader: { department: string; capacities: readonly string[] }): ExchangeView {
  if (reader.capacities.includes('systemAdministrator')) return { all: true };
  const ofDepartment = ['departmentHandler', 'departmentLeader'];
  if (reader.capacities.some((capacity) => ofDepartment.includes(capacity))) return { department: reader.department };
  return undefined;
}

/** Only the handler of the department that answers for a record decides what becomes of its parked message. */
export function mayActOnMessage(actor: Actor, message: { department: string }): boolean {
  return actor.capacity === 'departmentHandler' && actor.department === message.department;
}
