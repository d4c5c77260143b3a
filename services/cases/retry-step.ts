import type { DataSource } from 'typeorm';
import { effectOfStep } from '../../domain/step-kind';
import type { StepAct } from '../../domain/step-act';
import { actOnStep, type StepSeenTo } from './act-on-step';
import { reopenEffect } from './effects';
import { forgetParked } from './outcomes';

/**
 * Has a parked step tried again, with a full allowance of tries. Bringing it to its case is the caller's, after this is
 * written; where the case cannot be reached, `parkAgain` undoes it. A person's request is not tried again: its signature
 * holds for minutes only, and the person knows best whether the act is still meant.
 * @throws Refusal as `actOnStep`
 */
export async function retryStep(dataSource: DataSource, input: StepAct): Promise<StepSeenTo> {
  return actOnStep(dataSource, input, 'step.retry', ['effect', 'told', 'clock'], async (manager, { caseId, key }) => {
    const effect = effectOfStep(key);
    if (effect) await reopenEffect(manager, effect);
    else await forgetParked(manager, caseId, key);
  });
}
