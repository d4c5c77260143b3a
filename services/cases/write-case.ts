import type { EntityManager } from 'typeorm';
import type { CaseState, Process, Waiting } from '../../domain/process';
import { Refusal } from '../../domain/refusal';
import { normalForm } from '../../domain/text/normal-form';
import { momentOf } from './standing-of';

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
  const waiting = process.waiting(next);
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

  if (!row) {
    const whole = {
      ...values,
      id: next.id,
      kind: process.kind,
      number: next.number,
      lead_department: departments[0] ?? '',
      parent_id: process.parent(next) ?? null,
      opened_at: at,
      version: 1,
    };
    const places = Object.keys(whole).map((_column, index) => `$${index + 1}`);
    await manager.query(
      `INSERT INTO official_case (${Object.keys(whole).join(', ')}) VALUES (${places.join(', ')}) ON CONFLICT (id) DO NOTHING`,
      Object.values(whole),
    );
  } else {
    const changes = Object.keys(values).map((column, index) => `${column} = $${index + 3}`);
    const updated = await manager.query(
      `UPDATE official_case SET ${changes.join(', ')}, version = version + 1 WHERE id = $1 AND version = $2`,
      [next.id, row.version, ...Object.values(values)],
    );
    if (updated[1] !== 1) throw new Refusal('STALE_VERSION');
  }
  await writeWaiting(manager, next.id, waiting, at, act);
}

/**
 * What stood and stands no more keeps its end and the act that ended it; what still stands stays as it is.
 * One statement: all parts see the rows as they were before it, and no key is taken twice.
 */
async function writeWaiting(
  manager: EntityManager,
  caseId: string,
  waiting: Waiting[],
  at: string,
  act: string,
): Promise<void> {
  await manager.query(
    `WITH stands AS (
       SELECT w.act, w.capacity, w.department, w.officer, w.since, w.due, w."pendingYear" AS pending_year, COALESCE(w.returned, false) AS returned
       FROM jsonb_to_recordset($2::jsonb) AS w(act text, capacity text, department text, officer uuid, since timestamptz, due date, "pendingYear" integer, returned boolean)
     ), ended AS (
       DELETE FROM case_waiting w WHERE w.case_id = $1 AND NOT EXISTS (SELECT 1 FROM stands s WHERE ${sameWaiting})
       RETURNING w.act, w.capacity, w.department, w.officer, w.since, w.due, w.pending_year
     ), kept AS (
       INSERT INTO ended_waiting (case_id, act, capacity, department, officer, since, due, pending_year, ended_at, ended_by)
       SELECT $1, e.act, e.capacity, e.department, e.officer, e.since, e.due, e.pending_year, $3::timestamptz, $4::bigint FROM ended e
     )
     INSERT INTO case_waiting (case_id, act, capacity, department, officer, since, due, pending_year, returned)
     SELECT $1, s.act, s.capacity, s.department, s.officer, s.since, s.due, s.pending_year, s.returned FROM stands s
     WHERE NOT EXISTS (SELECT 1 FROM case_waiting w WHERE w.case_id = $1 AND ${sameWaiting})`,
    [caseId, JSON.stringify(waiting), at, act],
  );
}

/** The same wait: the same act of the same unit and officer, since the same moment and until the same day. */
const sameWaiting = `(s.act, s.capacity, s.department, s.since, s.returned) = (w.act, w.capacity, w.department, w.since, w.returned)
  AND s.officer IS NOT DISTINCT FROM w.officer AND s.due IS NOT DISTINCT FROM w.due AND s.pending_year IS NOT DISTINCT FROM w.pending_year`;

function earliest(waiting: Waiting[]): string | null {
  return waiting.flatMap((entry) => entry.due ?? []).sort()[0] ?? null;
}
