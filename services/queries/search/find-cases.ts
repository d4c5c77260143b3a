import type { DataSource } from 'typeorm';
import { rowsOf, sql, words, type Sql } from '../../../db/sql';
import type { CaseKind } from '../../../domain/process';
import { caseSays } from '../cases/case-says';
import { casesById, type CaseLine } from '../cases/list-cases';
import { readsCases, seesAll, visibleTo, type Reader } from '../cases/may-read-case';
import { firstMatches, walked, type Matches, type SearchPage } from './first-matches';

const order = words('s.opened_at DESC, s.case_id DESC');

/** Cases of a kind that a person's words mean and that this reader may see, the newest first. */
export async function findCases(
  dataSource: DataSource,
  reader: Reader,
  kind: CaseKind,
  text: string,
  { after, size }: SearchPage,
): Promise<Matches<CaseLine>> {
  if (!readsCases(reader)) return { rows: [], more: false };
  const place = await placeOf(dataSource, kind, after);
  const ask = async (from: Sql, where: Sql, limit: number) =>
    rowsOf<{ id: string }>(
      dataSource,
      sql`SELECT s.case_id AS id FROM ${from} JOIN official_case c ON c.id = s.case_id WHERE ${visibleTo(reader)} AND ${where} ORDER BY ${order} LIMIT ${limit}`,
    );
  // Whom a case is shown to is said by its row; the marks only narrow what is looked at.
  const marks = seesAll(reader) ? [kind] : [kind, `@${reader.department}`];
  const found = await firstMatches(
    size,
    (limit) =>
      ask(
        sql`(SELECT * FROM case_search s WHERE s.kind = ${kind} AND ${place} ORDER BY ${order} LIMIT ${walked}) s`,
        sql`(${caseSays(text, 'reading')})`,
        limit,
      ),
    (limit) =>
      ask(
        sql`(SELECT * FROM case_search s WHERE s.marks @> ${marks}::text[] AND (${caseSays(text, 'pairs')}) OFFSET 0) s`,
        place,
        limit,
      ),
  );
  const rows = await casesById(
    dataSource,
    reader,
    found.rows.map(({ id }) => id),
  );
  return { rows, more: found.more };
}

/** What stands behind a case in the order; everything where no case is given, or one that is not there. */
async function placeOf(dataSource: DataSource, kind: string, after: string | undefined): Promise<Sql> {
  if (after === undefined) return sql`TRUE`;
  const [last] = await rowsOf<{ openedAt: Date; id: string }>(
    dataSource,
    sql`SELECT s.opened_at::text AS "openedAt", s.case_id AS id FROM case_search s WHERE s.case_id = ${after} AND s.kind = ${kind}`,
  );
  return last ? sql`(s.opened_at, s.case_id) < (${last.openedAt}::timestamptz, ${last.id})` : sql`TRUE`;
}
