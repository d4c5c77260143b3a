import type { CheckObject } from '../../../db/entities/registers/check-object';
import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql, words, type Sql } from '../../../db/sql';
import { uuidOrNull } from '../../../db/uuid-or-null';
import { codeForm, normalForm } from '../../../domain/text/normal-form';
import { readsCases, type Reader } from '../cases/may-read-case';
import { firmReads, firmSays, registerColumns } from '../name-search';
import { firstMatches, walked, type Matches, type SearchPage } from './first-matches';

export interface FoundFirm extends Pick<
  CheckObject,
  'id' | 'name' | 'uscc' | 'registrationNo' | 'kind' | 'status' | 'address'
> {
  divisionName: string | null;
}

const columns = words(`o.id, o.name, o.uscc, o.registration_no AS "registrationNo", o.kind, o.status, o.address,
  (SELECT d.name FROM division d WHERE d.short_code = o.division) AS "divisionName"`);
// By an id that says nothing: whatever is everywhere is among the first, and nothing lies all at the end of the order.
const order = words('o.id');

/**
 * Firms of the register that a person's words mean: those called just so first. Each page is in the order of names; which page
 * a firm stands on follows its id. All departments read these columns.
 */
export async function findFirms(
  database: Queryable,
  reader: Reader,
  text: string,
  { after, size }: SearchPage,
): Promise<Matches<FoundFirm>> {
  if (!readsCases(reader)) return { rows: [], more: false };
  const code = codeForm(text).replaceAll('-', '');
  const justSo = sql`(o.name_key = ${normalForm(text)} OR o.uscc = ${code} OR o.registration_no = ${code})`;
  const ask = (from: Sql, where: Sql, limit: number) =>
    rowsOf<FoundFirm>(database, sql`SELECT ${columns} FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${limit}`);
  const named = after === undefined ? await ask(sql`check_object o`, justSo, size) : [];
  const last = uuidOrNull(after ?? '');
  const place = last ? sql`o.id > ${last}::uuid` : sql`TRUE`;
  const others = await firstMatches(
    size - named.length,
    (limit) =>
      ask(
        sql`(SELECT * FROM check_object o WHERE ${place} ORDER BY ${order} LIMIT ${walked}) o`,
        sql`(${firmReads(registerColumns, text)}) AND ${justSo} IS NOT TRUE`,
        limit,
      ),
    (limit) =>
      ask(sql`check_object o`, sql`${firmSays(registerColumns, text)} AND ${place} AND ${justSo} IS NOT TRUE`, limit),
  );
  const byName = [...others.rows].sort((one, other) => (one.name < other.name ? -1 : 1));
  return { rows: [...named, ...byName], more: others.more, last: others.rows.at(-1)?.id };
}
