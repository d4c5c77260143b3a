import type { EntityManager } from 'typeorm';
import { appendEntry } from '../entries/append-entry';
import type { RegisterCommand } from './register-command';

export interface ChangeRecord {
  register: string;
  id: string;
  /** The version that the change made. */
  version: number;
  act: string;
  cause: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** The version that this submission made of this row before, or nothing. */
export async function findEarlierChange(
  manager: EntityManager,
  register: string,
  id: string,
  submission: string,
): Promise<number | undefined> {
  const rows: { version: number }[] = await manager.query(
    `SELECT c.version FROM acts a JOIN register_change c ON c.act_id = a.id
     WHERE a.subject_kind = $1 AND a.subject_id = $2 AND a.submission = $3 AND c.register = $1 AND c.subject_id = $2`,
    [register, id, submission],
  );
  return rows[0]?.version;
}

/** Writes the entry of the act and the row of the history; in the transaction of the change. */
export async function recordChange(
  manager: EntityManager,
  command: RegisterCommand,
  change: ChangeRecord,
): Promise<void> {
  const { actor, at, submission, reason } = command;
  const { register, id, version, act, cause, before, after } = change;
  const entry = await appendEntry(manager, {
    act,
    actor,
    at,
    subject: { kind: register, id },
    submission,
    before,
    after,
    reason,
    detail: { version, cause },
  });
  await manager.query(
    `INSERT INTO register_change (register, subject_id, version, at, actor, cause, before, after, act_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      register,
      id,
      version,
      at,
      actor.account,
      cause,
      before ? JSON.stringify(before) : null,
      after ? JSON.stringify(after) : null,
      entry.id,
    ],
  );
}
