import type { Queryable } from '../../../db/queryable';
import { every, rowsOf, sql } from '../../../db/sql';
import { uuidOrNull } from '../../../db/uuid-or-null';
import { codeForm } from '../../../domain/text/normal-form';
import { searchWords } from '../../../domain/text/search-words';
import { readsCases, seesAll, type Reader } from '../cases/may-read-case';
import { containing } from '../like-pattern';
import type { Matches, SearchPage } from './first-matches';

export interface FoundOfficer {
  id: string;
  name: string;
  department: string;
  unit: string;
  staffNo: string;
  dutyStatus: string;
}

/** Officers whom a person's words mean: a department finds its own, the office and supervisors all, as in the register. */
export async function findOfficers(
  database: Queryable,
  reader: Reader,
  text: string,
  { after, size }: SearchPage,
): Promise<Matches<FoundOfficer>> {
  const typed = searchWords(text);
  if (!readsCases(reader) || typed.length === 0) return { rows: [], more: false };
  const own = seesAll(reader) ? sql`TRUE` : sql`i.department = ${reader.department}`;
  const named = every(typed.map((word) => sql`i.name_key LIKE ${containing(word)}`));
  const place = sql`NOT EXISTS (SELECT 1 FROM inspector a WHERE a.id = ${uuidOrNull(after ?? '')} AND (a.department, a.staff_no, a.id) >= (i.department, i.staff_no, i.id))`;
  const rows = await rowsOf<FoundOfficer>(
    database,
    sql`SELECT i.id, i.name, i.department, i.unit, i.staff_no AS "staffNo", i.duty_status AS "dutyStatus" FROM inspector i
      WHERE ${own} AND ((${named}) OR upper(i.staff_no) = ${codeForm(text)}) AND ${place}
      ORDER BY i.department, i.staff_no, i.id LIMIT ${size + 1}`,
  );
  return { rows: rows.slice(0, size), more: rows.length > size };
}
