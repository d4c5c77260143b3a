import type { DataSource } from 'typeorm';
import { jointCheck } from '../../../domain/joint-check/process';
import { codeForm } from '../../../domain/text/normal-form';
import { containing } from '../like-pattern';
import { searchWords } from '../name-search';

export interface PublishedResult {
  id: string;
  objectName: string;
  uscc: string | null;
  department: string;
  departmentName: string;
  check: string;
  checkNumber: string;
  items: string[];
  code: string;
  completedOn: string;
  publishedAt: Date;
  version: number;
  state: 'current' | 'corrected' | 'withdrawn';
  reason: string | null;
  changedAt: Date | null;
}

export interface ResultSearch {
  text?: string;
  check?: string;
  id?: string;
  page: number;
  pageSize: number;
}

/** Results as the public sees them, newest first; found by name or credit code. Withdrawn ones say so and show no finding. */
export async function publishedResults(
  dataSource: DataSource,
  search: ResultSearch,
): Promise<{ rows: PublishedResult[]; total: number }> {
  const parameters: unknown[] = [];
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = ['TRUE'];
  if (search.text) {
    const { text } = search;
    // A row that was written past the system has no normal form yet.
    const named = searchWords(text).map(
      (word) =>
        `(p.object_name_key LIKE ${place(containing(word))} OR (p.object_name_key = '' AND p.object_name ILIKE ${place(containing(word))}))`,
    );
    const code = place(codeForm(text));
    conditions.push(`((${named.join(' AND ') || 'TRUE'}) OR p.uscc = ${code} OR p.registration_no = ${code})`);
  }
  if (search.check) conditions.push(`p.check_id = ${place(`${jointCheck.kind}/${search.check}`)}`);
  if (search.id) conditions.push(`p.id::text = ${place(search.id)}`);
  const where = conditions.join(' AND ');
  const [{ total }]: [{ total: number }] = await dataSource.query(
    `SELECT count(*)::int AS total FROM publication p WHERE ${where}`,
    parameters,
  );
  const rows: PublishedResult[] = await dataSource.query(
    `SELECT p.id, p.object_name AS "objectName", p.uscc, p.department, d.name AS "departmentName", c.title AS check, c.number AS "checkNumber", p.items,
       CASE WHEN p.state = 'withdrawn' THEN '' ELSE p.code END AS code, to_char(p.completed_on, 'YYYY-MM-DD') AS "completedOn", p.published_at AS "publishedAt",
       p.version, p.state, p.reason, p.changed_at AS "changedAt"
     FROM publication p JOIN department d ON d.code = p.department JOIN official_case c ON c.id = p.check_id
     WHERE ${where} ORDER BY p.published_at DESC, p.id DESC LIMIT ${place(search.pageSize)} OFFSET ${place((search.page - 1) * search.pageSize)}`,
    parameters,
  );
  return { rows, total };
}
