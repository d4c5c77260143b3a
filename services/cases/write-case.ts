import type { EntityManager } from 'typeorm';
import type { CaseState, Process, Waiting } from '../../domain/process';
import { Refusal } from '../../domain/refusal';

/**
 * Writes a case's row and whom it waits for, from its state alone.
 * @throws Refusal STALE_VERSION if the row is not as it was read
 */
export async function writeCase(
  manager: EntityManager,
  process: Process,
  next: CaseState,
  row: { version: number } | undefined,
  at: string,
): Promise<void> {
  const waiting = process.waiting(next);
  const closed = process.closedStages.includes(next.stage);
  const departments = process.departments(next);
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
    subject_id: process.subject(next) ?? null,
    sort: sort ?? null,
    addressee: addressee ?? null,
    readers: process.readers(next),
    recounted_by: process.terms(next)?.recountedBy ?? null,
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
  await writeWaiting(manager, next.id, waiting);
}

/** One statement for what stood and what stands: both parts see the rows as they were before it, and no key is taken twice. */
async function writeWaiting(manager: EntityManager, caseId: string, waiting: Waiting[]): Promise<void> {
  await manager.query(
    `WITH settled AS (DELETE FROM case_waiting WHERE case_id = $1)
     INSERT INTO case_waiting (case_id, act, capacity, department, officer, since, due, pending_year)
     SELECT $1, w.act, w.capacity, w.department, w.officer, w.since, w.due, w."pendingYear"
     FROM jsonb_to_recordset($2::jsonb) AS w(act text, capacity text, department text, officer uuid, since timestamptz, due date, "pendingYear" integer)`,
    [caseId, JSON.stringify(waiting)],
  );
}

function earliest(waiting: Waiting[]): string | null {
  return waiting.flatMap((entry) => entry.due ?? []).sort()[0] ?? null;
}
