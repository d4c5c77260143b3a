import type { DataSource } from 'typeorm';
import { caseKinds, processes } from '../../../domain/processes';
import { subjectColumns, subjectObject, type CaseSubject } from './case-subject';
import type { Reader } from './may-read-case';

/** Kinds of cases whose parts are done together. */
export const doneTogether = caseKinds.filter((kind) => processes[kind].parts.together);

/** 待办: what waits for this person, the same act on parts that are done together as one line. */
export interface ToDoLine extends CaseSubject {
  act: string;
  capacity: string;
  caseId: string;
  number: string;
  title: string;
  /** How many cases the line stands for. */
  cases: number;
  since: Date;
  due: string | null;
  pendingYear: number | null;
  /** The work came back: a line of its own, with its own name. */
  returned: boolean;
  parentId: string | null;
}

export interface ToDoReader extends Reader {
  inspector?: string;
}

/**
 * Everything that waits for one of this person's capacities, soonest term first.
 * @param from days, each the first of a part of the list: what is due in different parts is not one line
 */
export async function toDo(
  dataSource: DataSource,
  reader: ToDoReader,
  { from = [] }: { from?: readonly string[] } = {},
): Promise<ToDoLine[]> {
  return dataSource.query(
    `WITH line AS (
       SELECT w.act, w.capacity, w.returned, min(c.id) AS "caseId", min(c.number) AS number, COALESCE(min(p.title), min(c.title)) AS title, count(*)::int AS cases,
         min(w.since) AS since, to_char(min(w.due), 'YYYY-MM-DD') AS due, min(w.pending_year) AS "pendingYear", min(c.parent_id) AS "parentId", count(DISTINCT c.subject_id) AS subjects
       FROM case_waiting w JOIN official_case c ON c.id = w.case_id LEFT JOIN official_case p ON p.id = c.parent_id
       WHERE w.department = $1 AND w.capacity = ANY($2::text[]) AND (w.officer IS NULL OR w.officer = $3)
       GROUP BY w.act, w.capacity, w.returned, CASE WHEN c.kind = ANY($4::text[]) THEN c.parent_id ELSE c.id END,
         CASE WHEN w.due IS NULL THEN -cardinality($5::date[]) ELSE (SELECT count(*) FROM unnest($5::date[]) AS part WHERE part <= w.due) END
     )
     SELECT line.act, line.capacity, line.returned, line."caseId", line.number, line.title, line.cases, line.since, line.due, line."pendingYear", line."parentId", ${subjectColumns}
     FROM line LEFT JOIN official_case c ON c.id = line."caseId" AND (line.cases = 1 OR line.subjects = 1) ${subjectObject}
     ORDER BY line.due NULLS LAST, line.since`,
    [reader.department, reader.capacities, reader.inspector ?? null, doneTogether, from],
  );
}
