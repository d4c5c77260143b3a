import type { DataSource } from 'typeorm';
import { rowsOf, sql, type Sql } from '../../../db/sql';
import { typedDocumentNumber } from '../../../domain/typed-document-number';
import { normalForm } from '../../../domain/text/normal-form';
import { casesById, type CaseLine } from '../cases/list-cases';
import { readsCases, visibleTo, type Reader } from '../cases/may-read-case';
import type { Matches, SearchPage } from './first-matches';

export interface FoundDocument extends CaseLine {
  /** 发文字号 as it is printed. */
  number: string;
  givenAt: Date;
  caseNumber: string;
}

/** Papers whose 发文字号 somebody typed, of cases that this reader may see, the newest first; the number finds few by itself. */
export async function findDocuments(
  dataSource: DataSource,
  reader: Reader,
  text: string,
  { after, size }: SearchPage,
): Promise<Matches<FoundDocument>> {
  const typed = typedDocumentNumber(text);
  if (!typed || !readsCases(reader)) return { rows: [], more: false };
  const year: Sql = typed.year ? sql`n.year = ${typed.year}` : sql`TRUE`;
  const papers = await rowsOf<{ number: string; givenAt: Date; caseId: string }>(
    dataSource,
    sql`SELECT n.number, n.given_at AS "givenAt", c.id AS "caseId"
      FROM document_number n LEFT JOIN document d ON d.key = n.subject
        JOIN official_case c ON c.id = COALESCE(d.case_id, split_part(n.subject, '/', 1) || '/' || split_part(n.subject, '/', 2))
      WHERE n.serial = ${typed.serial} AND ${year} AND ${visibleTo(reader)} ORDER BY n.given_at DESC, n.number`,
  );
  const meant = papers.filter(({ number }) => normalForm(number).split(/\(/u)[0]?.endsWith(typed.mark));
  const from = after === undefined ? 0 : meant.findIndex(({ number }) => number === after) + 1;
  const shown = meant.slice(from, from + size);
  const cases = await casesById(
    dataSource,
    reader,
    shown.map(({ caseId }) => caseId),
  );
  const rows = shown.flatMap(({ number, givenAt, caseId }) => {
    const line = cases.find(({ id }) => id === caseId);
    return line ? [{ ...line, number, givenAt, caseNumber: line.number }] : [];
  });
  return { rows, more: meant.length > from + size };
}
