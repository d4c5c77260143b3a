import { caseKinds, processes } from '../../../domain/processes';
import { visibleTo, type Reader } from './may-read-case';

const listedEach = caseKinds.filter((kind) => processes[kind].parts.listed === 'each');

/**
 * A condition on `official_case c`: parts of the case `$1` that are listed each by itself and that the reader may read.
 * @param at place of its first parameter
 */
export function partsFor(reader: Reader, at: number): { sql: string; parameters: unknown[] } {
  const visible = visibleTo(reader, at + 1);
  return {
    sql: `(c.parent_id = $1 AND c.kind = ANY($${at}::text[]) AND ${visible.sql})`,
    parameters: [listedEach, ...visible.parameters],
  };
}
