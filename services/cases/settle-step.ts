import type { DataSource } from 'typeorm';
import type { StepAct } from '../../domain/step-act';
import { actOnStep, type StepSeenTo } from './act-on-step';

/**
 * Marks a person's parked request as seen to: the fault is mended, and the person may send again.
 * @throws Refusal as `actOnStep`
 */
export async function settleStep(dataSource: DataSource, input: StepAct): Promise<StepSeenTo> {
  return actOnStep(dataSource, input, 'step.settle', ['request']);
}
