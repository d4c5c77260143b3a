import type { Queryable } from '../../db/queryable';
import { hold } from '../../db/hold';

/** Series of a unit's register of outgoing papers. */
export type DocumentSeries = '函' | '发' | '检通' | '检告' | '线移';

/**
 * 发文字号 of papers, by subject: the one that the unit's register gave a paper before, else the next of its series and year.
 * They follow each other as the papers are issued, and so tell nothing of any order of a draw.
 * @param subjects what each number is for, in the order in which they are given
 */
export async function documentNumbers(
  db: Queryable,
  register: { unit: string; series: DocumentSeries; year: number },
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const { unit, series, year } = register;
  // Held until the transaction ends: two who issue at once follow each other.
  await hold(db, `document-number/${unit}/${series}/${year}`);
  const rows: { subject: string; number: string }[] = await db.query(
    `WITH known AS (SELECT subject, number FROM document_number WHERE subject = ANY($4::text[])),
     last AS (SELECT COALESCE(max(serial), 0) AS serial FROM document_number WHERE unit = $1 AND series = $2 AND year = $3),
     wanted AS (SELECT w.subject, last.serial + row_number() OVER (ORDER BY w.place) AS serial
       FROM unnest($4::text[]) WITH ORDINALITY AS w(subject, place), last WHERE w.subject NOT IN (SELECT subject FROM known)),
     given AS (INSERT INTO document_number (unit, series, year, serial, number, subject, given_at)
       SELECT $1, $2, $3, w.serial, COALESCE(d.document_mark, d.short_name) || $2 || '〔' || $3 || '〕' || w.serial || '号', w.subject, now()
       FROM wanted w, department d WHERE d.code = $1 RETURNING subject, number)
     SELECT * FROM known UNION ALL SELECT * FROM given`,
    [unit, series, year, [...new Set(subjects)]],
  );
  return new Map(rows.map(({ subject, number }) => [subject, number]));
}

/** 发文字号 of one paper, given by the register of its unit on the day of issue. */
export async function documentNumber(
  db: Queryable,
  paper: { unit: string; series: DocumentSeries; on: string; subject: string },
): Promise<string> {
  const register = { unit: paper.unit, series: paper.series, year: Number(paper.on.slice(0, 4)) };
  return (await documentNumbers(db, register, [paper.subject])).get(paper.subject) ?? '';
}

/** 发文字号 that a paper was given, or nothing where it was not issued. */
export async function givenNumber(db: Queryable, subject: string): Promise<string | undefined> {
  const rows: { number: string }[] = await db.query('SELECT number FROM document_number WHERE subject = $1', [subject]);
  return rows[0]?.number;
}
