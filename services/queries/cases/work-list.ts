import type { DataSource } from 'typeorm';
import { every, rowsOf, sql, words, type Sql } from '../../../db/sql';
import { shiftDay, weekdayOf } from '../../../domain/calendar/iso-day';
import { caseSays } from './case-says';
import { subjectColumns, subjectObject } from './case-subject';
import { visibleTo } from './may-read-case';
import { standingClaim } from './standing-claim';
import { doneTogether, type ToDoLine, type ToDoReader } from './to-do';

/** When work is due, the most urgent first; what no published calendar dates comes last. */
export const whens = ['overdue', 'today', 'week', 'later', 'pending'] as const;
export type When = (typeof whens)[number];

/** A line of 待办 with what a person sorts their day by. */
export interface WorkLine extends ToDoLine {
  when: When;
  /** Legal day before which there is nothing to do; only where it lies ahead. */
  notBefore: string | null;
  /** The joint check, or other first case, that it belongs to; the case itself where the reader may not read that one. */
  rootId: string;
  rootTitle: string;
  /** Unit whose act led to it, and the person where it is the reader's own unit; `null` where nobody's did. */
  fromUnit: string | null;
  fromName: string | null;
  remindedAt: Date | null;
  /** On how many of its cases somebody of the unit has put their name. */
  claimed: number;
  /** On how many of them the reader has. */
  ownClaims: number;
  /** Whose names those are. */
  claimedBy: string[];
}

/** What waits for one of the reader's capacities: of their unit, and their own where the act is personal. */
export function waitsFor(reader: ToDoReader): Sql {
  return sql`w.department = ${reader.department} AND w.capacity = ANY(${reader.capacities}::text[]) AND (w.officer IS NULL OR w.officer = ${reader.inspector ?? null})`;
}

/** Into which part of a list a wait `w` falls on a day; weeks end on Sunday. */
export function whenOf(today: string): Sql {
  const sunday = shiftDay(today, (7 - weekdayOf(today)) % 7);
  return sql`CASE WHEN w.due < ${today}::date THEN 'overdue' WHEN w.due = ${today}::date THEN 'today' WHEN w.due <= ${sunday}::date THEN 'week'
    WHEN w.due IS NULL AND w.pending_year IS NOT NULL THEN 'pending' ELSE 'later' END`;
}

/**
 * 待办, the most urgent first: the same act on parts that are done together is one line in each part of the list, and what
 * cannot be done before a day one line of each day.
 * @param today legal day in Asia/Shanghai
 */
export async function workList(
  dataSource: DataSource,
  reader: ToDoReader & { account?: string },
  { today, text }: { today: string; text?: string },
): Promise<WorkLine[]> {
  const conditions = [waitsFor(reader)];
  if (text) {
    const found = sql`SELECT s.case_id FROM case_search s WHERE ${caseSays(text, 'pairs')}`;
    conditions.push(sql`c.id IN (${found}) OR r.id IN (${found})`);
  }
  return rowsOf(
    dataSource,
    sql`WITH wait AS (
       SELECT w.*, c.kind, c.number, c.title, c.parent_id, c.subject_id, p.title AS parent_title, COALESCE(r.id, c.id) AS root_id, COALESCE(r.title, c.title) AS root_title,
         ${whenOf(today)} AS "when", CASE WHEN w.not_before > ${today}::date THEN w.not_before END AS ahead, claim.account AS claimant, claim.name AS claimant_name
       FROM case_waiting w JOIN official_case c ON c.id = w.case_id LEFT JOIN official_case p ON p.id = c.parent_id
         LEFT JOIN LATERAL (SELECT c.id, c.title FROM official_case c WHERE c.id = COALESCE(p.parent_id, p.id) AND ${visibleTo(reader)}) r ON true
         ${standingClaim}
       WHERE ${every(conditions)}
     ), line AS (
       SELECT act, capacity, returned, "when", (array_agg(case_id ORDER BY due, since, case_id))[1] AS "caseId", (array_agg(number ORDER BY due, since, case_id))[1] AS number,
         COALESCE(min(parent_title), min(title)) AS title, count(*)::int AS cases, min(since) AS since, to_char(min(due), 'YYYY-MM-DD') AS due, to_char(ahead, 'YYYY-MM-DD') AS "notBefore",
         min(pending_year) AS "pendingYear", min(parent_id) AS "parentId", root_id AS "rootId", min(root_title) AS "rootTitle", max(reminded_at) AS "remindedAt", count(DISTINCT subject_id) AS subjects,
         count(claimant)::int AS claimed, count(*) FILTER (WHERE claimant = ${reader.account ?? null}::uuid)::int AS "ownClaims", array_agg(DISTINCT claimant_name) FILTER (WHERE claimant_name IS NOT NULL) AS "claimedBy"
       FROM wait GROUP BY act, capacity, returned, "when", ahead, root_id, CASE WHEN kind = ANY(${doneTogether}::text[]) THEN parent_id ELSE case_id END
     )
     SELECT line.*, ${words(subjectColumns)}, came.department AS "fromUnit", CASE WHEN came.department = ${reader.department} THEN person.name END AS "fromName"
     FROM line LEFT JOIN official_case c ON c.id = line."caseId" AND (line.cases = 1 OR line.subjects = 1) ${words(subjectObject)}
       LEFT JOIN LATERAL (SELECT a.department, a.account FROM acts a WHERE a.subject_id IN (line."caseId", line."parentId") AND a.at <= line.since ORDER BY a.at DESC, a.id DESC LIMIT 1) came ON true
       LEFT JOIN account person ON person.id::text = came.account
     ORDER BY array_position(${[...whens]}::text[], line."when"), min(line.due) OVER (PARTITION BY line."when", line."rootId"), line."rootTitle", line."rootId", line.due, line.since, line."caseId"`,
  );
}

/** How many cases can be worked on by the reader now: what stands beside 待办 in the navigation. */
export async function workCount(dataSource: DataSource, reader: ToDoReader, today: string): Promise<number> {
  const [counted] = await rowsOf<{ count: number }>(
    dataSource,
    sql`SELECT count(*)::int AS count FROM case_waiting w WHERE ${waitsFor(reader)} AND (w.not_before IS NULL OR w.not_before <= ${today}::date)`,
  );
  return counted?.count ?? 0;
}
