import type { DataSource } from 'typeorm';
import type { AppWorld } from '../../api/app-world';
import { Refusal } from '../../domain/refusal';
import { isEngineAway } from '../../engine/busy';
import { CaseSilentError } from '../../engine/tell-case';
import { noteStrays } from '../../services/cases/note-strays';
import { parkAgain } from '../../services/cases/park-again';
import { retryStep } from '../../services/cases/retry-step';
import { settleStep } from '../../services/cases/settle-step';

/**
 * A system administrator's acts on parked steps, on the real database.
 * @param reach brings a step to its case
 */
export function stepActs(
  dataSource: DataSource,
  reach: (step: { caseId: string; key: string }) => Promise<void>,
): AppWorld['steps'] {
  return {
    async retry(act) {
      const step = await retryStep(dataSource, act);
      if (step.duplicate) return;
      try {
        await reach(step);
      } catch (failure) {
        await parkAgain(dataSource, step, act.actor.account);
        if (failure instanceof CaseSilentError || isEngineAway(failure)) throw new Refusal('ENGINE_UNREACHABLE');
        throw failure;
      }
    },
    async settle(act) {
      await settleStep(dataSource, act);
    },
    noteStrays: (command) => noteStrays(dataSource, command),
  };
}
