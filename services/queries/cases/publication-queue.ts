import type { DataSource } from 'typeorm';
import { seesAll, type Reader } from './may-read-case';

export interface QueueLine {
  visitId: string;
  number: string;
  check: string;
  object: string;
  department: string;
  code: string;
  completedOn: string;
  due: string | null;
  pendingYear: number | null;
  publication: string;
}

/** Results that wait to be published, soonest term first; a department sees its own. */
export async function publicationQueue(
  dataSource: DataSource,
  reader: Reader,
  page: number,
  pageSize: number,
): Promise<{ rows: QueueLine[]; total: number }> {
  const own = seesAll(reader) ? 'TRUE' : 'r.department = $1';
  const parameters = seesAll(reader) ? [] : [reader.department];
  const where = `r.publication IN ('awaiting', 'withholdingProposed') AND r.stage = 'reviewed' AND ${own}`;
  const [{ total }]: [{ total: number }] = await dataSource.query(
    `SELECT count(*)::int AS total FROM visit_result r WHERE ${where}`,
    parameters,
  );
  const rows: QueueLine[] = await dataSource.query(
    `SELECT r.visit_id AS "visitId", c.number, p.title AS check, o.name AS object, r.department, r.code, to_char(r.completed_on, 'YYYY-MM-DD') AS "completedOn",
       to_char(r.publish_due, 'YYYY-MM-DD') AS due, r.publish_pending_year AS "pendingYear", r.publication
     FROM visit_result r JOIN official_case c ON c.id = r.visit_id JOIN official_case p ON p.id = r.check_id JOIN check_object o ON o.id = r.object_id
     WHERE ${where} ORDER BY r.publish_due NULLS LAST, c.number, r.department LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    parameters,
  );
  return { rows, total };
}
