import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../domain/actor';
import type { OutboxRequest } from '../../domain/exchange/message';
import { obstacleTo } from '../../domain/permissions/entitlement';
import type { CaseState } from '../../domain/process';
import { findAct, processOf } from '../../domain/processes';
import { Refusal } from '../../domain/refusal';
import { appendEntry } from '../entries/append-entry';
import { enqueue } from '../exchange/enqueue';
import { project } from './project';
import { requireActor } from './require-actor';
import { writeCase } from './write-case';

export interface ActToRecord {
  act: string;
  caseId: string;
  submission: string;
  actor: Actor;
  at: string;
  input: Record<string, unknown>;
  next: CaseState;
  reason?: string;
  attachments?: string[];
  content?: Record<string, unknown>;
  outbox?: OutboxRequest[];
  /** Cases that this act opens; their rows appear with the act. */
  opened?: CaseState[];
  workflow: { id: string; run: string };
}

/**
 * Records what a case's workflow decided: row, projections, entry and outgoing messages, in one transaction.
 * Safe to call again: the same submission on the same case changes nothing.
 * @throws Refusal if the actor is not (or no longer) entitled to the act
 */
export async function recordAct(dataSource: DataSource, record: ActToRecord): Promise<void> {
  const found = findAct(record.act);
  if (!found) throw new Refusal('ACT_UNKNOWN', { act: record.act });
  const { act, process } = found;

  await dataSource.transaction(async (manager) => {
    const row = await lockCase(manager, record.caseId);
    const entry = {
      act: record.act,
      actor: record.actor,
      at: new Date(record.at),
      subject: { kind: process.kind, id: record.caseId },
      submission: record.submission,
      before: row?.state,
      after: record.next,
      attachments: record.attachments,
      reason: record.reason,
      workflow: record.workflow,
      detail: record.input,
    };
    if ((await appendEntry(manager, entry)).duplicate) return;

    await requireActor(manager, record.actor, record.caseId);
    const obstacle = obstacleTo(process, act, row?.state, record.actor);
    if (obstacle) throw new Refusal(obstacle, { stage: row?.state.stage });

    await writeCase(manager, process, record.next, row, record.at);
    await project(manager, record);
    for (const opened of record.opened ?? []) {
      await writeCase(manager, processOf(opened.id), opened, undefined, record.at);
      await project(manager, { ...record, caseId: opened.id, next: opened, content: undefined });
    }
    for (const message of record.outbox ?? []) await enqueue(manager, message);
  });
}

async function lockCase(
  manager: EntityManager,
  id: string,
): Promise<{ state: CaseState; version: number } | undefined> {
  const rows: { state: CaseState; version: number }[] = await manager.query(
    'SELECT state, version FROM official_case WHERE id = $1 FOR UPDATE',
    [id],
  );
  return rows[0];
}
