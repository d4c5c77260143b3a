import { sql, type Sql } from '../../../db/sql';
import { caseKinds, processes } from '../../../domain/processes';
import { visibleTo, type Reader } from './may-read-case';

const listedEach = caseKinds.filter((kind) => processes[kind].parts.listed === 'each');

/** A condition on `official_case c`: parts of a case that are listed each by itself and that the reader may read. */
export function partsFor(reader: Reader, caseId: string): Sql {
  return sql`(c.parent_id = ${caseId} AND c.kind = ANY(${listedEach}::text[]) AND ${visibleTo(reader)})`;
}

/**
 * The ids of a case and of those parts as one array, asked for once: with `OR` in its place every row of the county's acts or
 * papers would be read for one case's page.
 */
export function caseAndParts(reader: Reader, caseId: string): Sql {
  return sql`ARRAY(SELECT ${caseId}::text UNION ALL SELECT c.id FROM official_case c WHERE ${partsFor(reader, caseId)})`;
}
