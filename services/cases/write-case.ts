import type { EntityManager } from 'typeorm';
import { listed, rowsOf, sql, words, type Sql } from '../../db/sql';
import type { CaseState, Process } from '../../domain/process';
import { Refusal } from '../../domain/refusal';
import { normalForm } from '../../domain/text/normal-form';
import { momentOf } from './standing-of';
import { withTerms, type DatedWaiting } from './with-terms';

/** What the row is written on. */
export interface Writing {
  /** The row as it was locked; absent where the case begins. */
  row?: { version: number };
  at: string;
  /** Id of the act's entry. */
  act: string;
  dayEndsAt(day: string): number;
}

/**
 * Writes a case's row and whom it waits for, from its state alone.
 * @throws Refusal STALE_VERSION if the row is not as it was read
 */
export async function writeCase(
  manager: EntityManager,
  process: Process,
  next: CaseState,
  { row, at, act, dayEndsAt }: Writing,
): Promise<void> {
  const waiting = await withTerms(manager, process.waiting(next));
  const closed = process.closedStages.includes(next.stage);
  const departments = process.departments(next);
  const alarm = process.next?.(next);
  const { sort, addressee } = process.listedAs(next);
  const values = {
    stage: next.stage,
    closed,
    departments,
    due: earliest(waiting),
    stage_since: next.since,
    closed_at: closed ? at : null,
    state: JSON.stringify(next),
    title: process.title(next),
    title_key: normalForm(process.title(next)),
    subject_id: process.subject(next) ?? null,
    sort: sort ?? null,
    addressee: addressee ?? null,
    readers: process.readers(next),
    recounted_by: process.terms(next)?.recountedBy ?? null,
    alarm_at: alarm ? new Date(momentOf(alarm, { dayEndsAt })) : null,
  };
  const written = row
    ? changed(next.id, row.version, values)
    : begun({
        ...values,
        id: next.id,
        kind: process.kind,
        number: next.number,
        lead_department: departments[0] ?? '',
        parent_id: process.parent(next) ?? null,
        opened_at: at,
        version: 1,
      });
  const [rows] = await rowsOf<{ written: number }>(manager, withWaiting(written, next.id, waiting, at, act));
  if (row && rows?.written !== 1) throw new Refusal('STALE_VERSION');
}

function changed(id: string, version: number, values: Record<string, unknown>): Sql {
  const changes = Object.entries(values).map(([column, value]) => sql`${words(column)} = ${value}`);
  return sql`UPDATE official_case SET ${listed(changes)}, version = version + 1 WHERE id = ${id} AND version = ${version} RETURNING 1`;
}

function begun(values: Record<string, unknown>): Sql {
  return sql`INSERT INTO official_case (${words(Object.keys(values).join(', '))}) VALUES (${listed(Object.values(values))})
    ON CONFLICT (id) DO NOTHING RETURNING 1`;
}

/**
 * What stood and stands no more keeps its end and the act that ended it; what still stands stays as it is.
 * One statement: all parts see the rows as they were before it, and no key is taken twice.
 */
function withWaiting(written: Sql, caseId: string, waiting: DatedWaiting[], at: string, act: string): Sql {
  return sql`WITH written AS (${written}), stands AS (
      SELECT w.act, w.capacity, w.department, w.officer, w.since, w.due, w."pendingYear" AS pending_year, COALESCE(w.returned, false) AS returned,
        w."officeDays" AS office_days, w."notBefore" AS not_before, w."remindedAt" AS reminded_at
      FROM jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) AS w(act text, capacity text, department text, officer uuid, since timestamptz, due date, "pendingYear" integer, returned boolean,
        "officeDays" integer, "notBefore" date, "remindedAt" timestamptz)
    ), ended AS (
      DELETE FROM case_waiting w WHERE w.case_id = ${caseId} AND NOT EXISTS (SELECT 1 FROM stands s WHERE ${sameWaiting})
      RETURNING w.act, w.capacity, w.department, w.officer, w.since, w.due, w.pending_year
    ), kept AS (
      INSERT INTO ended_waiting (case_id, act, capacity, department, officer, since, due, pending_year, ended_at, ended_by)
      SELECT ${caseId}, e.act, e.capacity, e.department, e.officer, e.since, e.due, e.pending_year, ${at}::timestamptz, ${act}::bigint FROM ended e
    ), reminded AS (
      UPDATE case_waiting w SET reminded_at = s.reminded_at, due = s.due, pending_year = s.pending_year, office_days = s.office_days FROM stands s
      WHERE w.case_id = ${caseId} AND ${sameWaiting}
        AND (w.reminded_at, w.due, w.pending_year, w.office_days) IS DISTINCT FROM (s.reminded_at, s.due, s.pending_year, s.office_days)
    ), added AS (
      INSERT INTO case_waiting (case_id, act, capacity, department, officer, since, due, pending_year, returned, office_days, not_before, reminded_at)
      SELECT ${caseId}, s.act, s.capacity, s.department, s.officer, s.since, s.due, s.pending_year, s.returned, s.office_days, s.not_before, s.reminded_at FROM stands s
      WHERE NOT EXISTS (SELECT 1 FROM case_waiting w WHERE w.case_id = ${caseId} AND ${sameWaiting})
    ) SELECT count(*)::int AS written FROM written`;
}

/**
 * The same wait: the same act of the same unit and officer, since the same moment and until the same day. A term that the
 * office gives may be counted again without the wait being another one.
 */
const sameWaiting =
  words(`(s.act, s.capacity, s.department, s.since, s.returned) = (w.act, w.capacity, w.department, w.since, w.returned)
  AND s.officer IS NOT DISTINCT FROM w.officer
  AND (s.office_days IS NOT NULL AND w.office_days IS NOT NULL
    OR s.due IS NOT DISTINCT FROM w.due AND s.pending_year IS NOT DISTINCT FROM w.pending_year)`);

function earliest(waiting: DatedWaiting[]): string | null {
  return waiting.flatMap((entry) => entry.due ?? []).sort()[0] ?? null;
}
