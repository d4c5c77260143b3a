import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { workflowNames } from '../workflows/contracts';

/** The engine, as this installation uses it. */
export interface EngineAccess {
  client: Client;
  /** Queue of the workers that run cases. */
  taskQueue: string;
  /** Counts what reached the engine past this system. */
  countStray(place: string, reason: string): Promise<void>;
}

/** A run of ours: its id follows from what it is about, its kind says what is done under it. */
export interface OurRun {
  type: keyof typeof workflowNames;
  workflowId: string;
  /** What the engine's own page says of it. */
  summary: string;
}

/** How far the engine's clock and ours may differ, in milliseconds. */
const clocksApartMs = 60_000;

/**
 * Starts a run of ours; one that is at work already is left to it. The ids of our runs can be worked out, and whoever reaches
 * the engine can start something else under one of them, which would keep ours away for ever: that is ended first.
 */
export async function startOurs(engine: EngineAccess, run: OurRun): Promise<void> {
  const start = () => engine.client.workflow.start(run.type, startOptions(engine, run));
  try {
    await start();
  } catch (failure) {
    if (!(failure instanceof WorkflowExecutionAlreadyStartedError)) throw failure;
    if (await endForeignRun(engine, run)) await start().catch(unlessStarted);
  }
}

/** Gives a run of ours a signal; starts it where there is none, or somebody else's. */
export async function signalOurs(engine: EngineAccess, run: OurRun, signal: string): Promise<void> {
  const tell = () =>
    engine.client.workflow.signalWithStart(run.type, { ...startOptions(engine, run), signal, signalArgs: [] });
  await tell();
  if (await endForeignRun(engine, run)) await tell();
}

/**
 * Ends the run under an id of ours if our workers will never take it up: of another kind, for another queue, or put off to
 * another day. It is counted as a stray. Only that one run is ended, whatever is started meanwhile.
 * @returns whether there was one
 */
export async function endForeignRun(
  { client, taskQueue, countStray }: EngineAccess,
  { type, workflowId }: Pick<OurRun, 'type' | 'workflowId'>,
): Promise<boolean> {
  try {
    const run = await client.workflow.getHandle(workflowId).describe();
    const isOver = run.status.name !== 'RUNNING';
    const isPutOff = (run.executionTime ?? run.startTime).getTime() > Date.now() + clocksApartMs;
    if (isOver || (run.type === type && run.taskQueue === taskQueue && !isPutOff)) return false;
    await client.workflow.getHandle(workflowId, run.runId).terminate('not started by this system');
  } catch (failure) {
    if (failure instanceof WorkflowNotFoundError) return false;
    throw failure;
  }
  await countStray(workflowId, 'FOREIGN_RUN');
  return true;
}

/** How a run of ours is started, whoever starts it. */
export function startOptions({ taskQueue }: EngineAccess, { workflowId, summary }: OurRun) {
  return {
    workflowId,
    taskQueue,
    args: [] as [],
    staticSummary: summary,
    // What closed may be done again: each looks into the database for what there is to do.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  };
}

/** Somebody else of ours was quicker. */
function unlessStarted(failure: unknown): void {
  if (!(failure instanceof WorkflowExecutionAlreadyStartedError)) throw failure;
}
