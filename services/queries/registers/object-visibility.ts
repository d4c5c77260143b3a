import { readsCases, seesAll, type Reader } from '../cases/may-read-case';

/**
 * Who reads the whole row of an object `o`: the office and supervisors, the responsible departments, and those of a case on it.
 * All other departments read name, code, address and industry.
 * @param at place of the department's parameter
 */
export function wholeObjectFor(reader: Reader, at: number): { sql: string; parameters: unknown[] } {
  if (!readsCases(reader)) return { sql: 'FALSE', parameters: [] };
  if (seesAll(reader)) return { sql: 'TRUE', parameters: [] };
  return {
    sql: `($${at} = ANY(o.responsible_departments) OR EXISTS (SELECT 1 FROM visit_result vr WHERE vr.object_id = o.id AND vr.department = $${at}))`,
    parameters: [reader.department],
  };
}
