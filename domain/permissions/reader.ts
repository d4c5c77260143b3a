import type { Capacity } from '../actor';

/** Who asks to read. */
export interface Reader {
  department: string;
  capacities: readonly string[];
}

const overseeing: readonly Capacity[] = ['supervisor', 'officeHandler', 'officeDirector'];

/** A department sees its own cases and those it takes part in; the office and supervisors see all. */
export function seesAll(reader: Reader): boolean {
  return reader.capacities.some((capacity) => overseeing.some((one) => one === capacity));
}

/** Whether this reader takes part in public business at all: administrators keep the system and read no case. */
export function readsCases(reader: Reader): boolean {
  return reader.capacities.some((capacity) => !capacity.endsWith('Administrator'));
}
