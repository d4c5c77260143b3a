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
  const due = earliest(waiting);
  const values = [next.id, next.stage, closed, departments, due, next.since, closed ? at : null, JSON.stringify(next)];

  if (!row) {
    await manager.query(
      `INSERT INTO official_case (id, stage, closed, departments, due, stage_since, closed_at, state, kind, number, title, lead_department, parent_id, opened_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1) ON CONFLICT (id) DO NOTHING`,
      [...values, process.kind, next.number, titleOf(next), departments[0] ?? '', process.parent(next) ?? null, at],
    );
  } else {
    const updated = await manager.query(
      `UPDATE official_case SET stage = $2, closed = $3, departments = $4, due = $5, stage_since = $6, closed_at = $7, state = $8, title = $9, version = version + 1
       WHERE id = $1 AND version = $10`,
      [...values, titleOf(next), row.version],
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

function titleOf(state: CaseState): string {
  const scheme = (state as CaseState & { scheme?: { title: string } }).scheme;
  return scheme?.title ?? state.number;
}
