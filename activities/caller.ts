import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { workflowNames } from '../workflows/contracts';

/** Counts what reached an activity past the workflows. */
export interface StrayCounter {
  countStray(place: string, reason: string): Promise<void>;
}

/** The workflow that an activity works for. */
export interface Caller {
  id: string;
  run: string;
  type: keyof typeof workflowNames;
}

/** The ids under which each workflow is started; under another one somebody else has started it. */
const idsOf: Record<keyof typeof workflowNames, RegExp> = {
  officialCase: /^(?!opening\/)[0-9A-Za-z/-]{1,120}$/,
  opening: /^opening\/[0-9a-f-]{36}$/,
  recounting: /^calendar\/\d{4}-[1-9]\d{0,8}$/,
  printing: /^paper\/[^\0]{1,400}$/,
  exchange: /^[0-9A-Za-z/-]{1,120}$/,
};

/**
 * The workflow that an activity works for, as the engine knows it: what an activity works on follows from it and from
 * nothing else. The engine's own program can start an activity by itself, without any workflow, and any workflow under any
 * id: those are counted as strays and have nothing done.
 */
export async function callerOf(world: StrayCounter, ...lawful: Caller['type'][]): Promise<Caller> {
  const { workflowExecution, workflowType } = Context.current().info;
  const type = lawful.find((name) => name === workflowType);
  if (workflowExecution && type && idsOf[type].test(workflowExecution.workflowId))
    return { id: workflowExecution.workflowId, run: workflowExecution.runId, type };
  return refuseStray(world, workflowExecution?.workflowId ?? 'activity', 'ACTIVITY_ALONE');
}

/** Counts a stray and ends whatever asked. */
export async function refuseStray(world: StrayCounter, place: string, reason: string): Promise<never> {
  await world.countStray(place, reason);
  throw ApplicationFailure.nonRetryable('No workflow of ours asks for this', reason);
}
