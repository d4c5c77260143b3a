import type { DataSource } from 'typeorm';
import { effectOfStep } from '../../domain/step-kind';
import { settleEffect } from './effects';
import { findOutcome, keepOutcome } from './outcomes';
import { clockKey } from './source-of';

/** Puts a step back where it waited for a person: its case could not be reached, so nobody would ever try it. */
export async function parkAgain(
  dataSource: DataSource,
  { caseId, key }: { caseId: string; key: string },
  account: string,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const effect = effectOfStep(key);
    if (effect) await settleEffect(manager, effect, 'parked');
    else if (key !== clockKey) {
      // It may have arrived after all, and be judged.
      if (await findOutcome(manager, caseId, key)) return;
      await keepOutcome(manager, caseId, key, { kind: 'parked', code: 'STEP_PARKED' });
    }
    await manager.query(
      `UPDATE step_fault SET settled_at = NULL, settled_by = NULL WHERE case_id = $1 AND key = $2 AND settled_by = $3`,
      [caseId, key, account],
    );
  });
}
