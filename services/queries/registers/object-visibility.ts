import { sql, type Sql } from '../../../db/sql';
import { readsCases, seesAll, type Reader } from '../cases/may-read-case';

/**
 * Who reads the whole row of an object `o`: the office and supervisors, the responsible departments, and those of a case on it.
 * All other departments read name, code, address and industry.
 */
export function wholeObjectFor(reader: Reader): Sql {
  if (!readsCases(reader)) return sql`FALSE`;
  if (seesAll(reader)) return sql`TRUE`;
  return sql`(${reader.department} = ANY(o.responsible_departments) OR EXISTS (SELECT 1 FROM visit_result vr WHERE vr.object_id = o.id AND vr.department = ${reader.department}))`;
}
