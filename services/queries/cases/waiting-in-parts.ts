import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import type { CaseKind } from '../../../domain/process';
import { visibleTo, type Reader } from './may-read-case';

/** One act that parts of a case wait for, by unit and capacity. */
export interface PartWaiting {
  kind: CaseKind;
  /** One of the parts that wait. */
  id: string;
  parts: number;
  act: string;
  department: string;
  capacity: string;
  since: Date;
  due: string | null;
  pendingYear: number | null;
  /** The work came back. */
  returned: boolean;
}

/** Whom the open parts of a case that this reader may read wait for, the most urgent first; the same act on many is one line with the earliest day. */
export async function waitingInParts(dataSource: DataSource, reader: Reader, caseId: string): Promise<PartWaiting[]> {
  return rowsOf(
    dataSource,
    sql`SELECT c.kind, min(c.id) AS id, count(DISTINCT c.id)::int AS parts, w.act, w.department, w.capacity, w.returned, min(w.since) AS since,
       to_char(min(w.due), 'YYYY-MM-DD') AS due, CASE WHEN min(w.due) IS NULL THEN min(w.pending_year) END AS "pendingYear"
     FROM official_case c JOIN case_waiting w ON w.case_id = c.id
     WHERE c.parent_id = ${caseId} AND NOT c.closed AND ${visibleTo(reader)}
     GROUP BY c.kind, w.act, w.department, w.capacity, w.returned
     ORDER BY min(w.due) NULLS LAST, min(w.since), w.department, w.act`,
  );
}
