import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { requireRegisterAct } from '../../domain/registers/permissions';
import type { StepAct } from '../../domain/step-act';
import { stepKindOf, type StepKind } from '../../domain/step-kind';
import { appendEntry } from '../entries/append-entry';
import { requireAccount } from '../people/require-account';
import { settleFault } from './faults';

/** A step that a person has seen to. */
export interface StepSeenTo {
  caseId: string;
  key: string;
  /** The same submission had seen to it before; nothing was changed now. */
  duplicate: boolean;
}

interface StepRow {
  caseId: string;
  key: string;
  step: string;
  tries: number;
  message: string;
  parked: boolean;
}

/**
 * Sees to a parked step in a system administrator's name: permission, entry and fault in one transaction.
 * @param change what else is written; only for the kinds of steps that are named
 * @throws Refusal NOT_ENTITLED, ACCOUNT_NOT_ENTITLED, STEP_UNKNOWN, STEP_NOT_PARKED, STEP_OTHERWISE for a step of another
 *   kind, STALE_VERSION where the submission had seen to it and it is parked again since
 */
export async function actOnStep(
  dataSource: DataSource,
  input: StepAct,
  act: 'step.retry' | 'step.settle',
  kinds: readonly StepKind[],
  change?: (manager: EntityManager, step: Pick<StepRow, 'caseId' | 'key'>) => Promise<void>,
): Promise<StepSeenTo> {
  const { actor, at, submission } = input;
  requireRegisterAct(act, actor);
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const step = await lockStep(manager, input.faultId);
    const { caseId, key, parked } = step;
    const kind = stepKindOf(key);
    if (!kinds.includes(kind)) throw new Refusal('STEP_OTHERWISE', { kind });
    // No act of the case: what the case was before and after stays a chain of the case's own entries.
    const { duplicate } = await appendEntry(manager, {
      act,
      actor,
      at,
      subject: { kind: 'step', id: `${caseId}/${key}` },
      submission,
      detail: { case: caseId, key, step: step.step, tries: step.tries, message: step.message },
    });
    if (duplicate && parked) throw new Refusal('STALE_VERSION');
    if (duplicate) return { caseId, key, duplicate };
    if (!parked) throw new Refusal('STEP_NOT_PARKED');
    await settleFault(manager, caseId, key, actor.account);
    await change?.(manager, step);
    return { caseId, key, duplicate };
  });
}

async function lockStep(manager: EntityManager, id: string): Promise<StepRow> {
  const rows: StepRow[] = /^\d{1,18}$/.test(id)
    ? await manager.query(
        `SELECT case_id AS "caseId", key, step, tries, message, parked_at IS NOT NULL AND settled_at IS NULL AS parked
         FROM step_fault WHERE id = $1 FOR UPDATE`,
        [id],
      )
    : [];
  const [step] = rows;
  if (!step) throw new Refusal('STEP_UNKNOWN');
  return step;
}
