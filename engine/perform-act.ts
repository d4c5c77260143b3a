import { randomUUID } from 'node:crypto';
import {
  WithStartWorkflowOperation,
  WorkflowFailedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateStage,
  type WorkflowUpdateHandle,
} from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import type { Actor } from '../domain/actor';
import type { ActReceipt, ParkedCode, StoredOutcome } from '../domain/outcome';
import { Refusal } from '../domain/refusal';
import type { RefusalCode, RefusalDetails } from '../domain/refusals/refusal-list';
import type { Verdict } from '../domain/standing';
import { actUpdateName, workflowNames, type ActKey } from '../workflows/contracts';
import { isBusy, isEngineAway, isOutOfTime } from './busy';
import { endForeignRun, startOptions, startOurs, type EngineAccess, type OurRun } from './runs-of-ours';
import { caseRun } from './start-case';

const acceptedStage = WorkflowUpdateStage.ACCEPTED;

export interface ActToPerform {
  act: string;
  /** Absent where the act opens a case. */
  caseId?: string;
  actor: Actor;
  input: Record<string, unknown>;
  submission: string;
}

/** The six ends of an attempt: done, refused with the rule, not readable, parked by a fault, taken but not finished, or nobody took it. */
export type ActOutcome =
  /** `repeated`: it was recorded before this attempt, so that what was sent now may say something else. */
  | { kind: 'done'; receipt: ActReceipt; repeated?: true }
  | { kind: 'refused'; code: RefusalCode; details: RefusalDetails }
  | { kind: 'invalid'; issues: unknown[] }
  | { kind: 'parked'; code: ParkedCode }
  /** `key` finds the outcome later. */
  | { kind: 'pending'; key: string }
  | { kind: 'unreachable' };

/** A signed request that is kept: what the engine is told. */
export interface KeptRequest {
  key: string;
  /** The case, or the workflow that judges an opening. */
  place: string;
  opens: boolean;
}

export interface GatewayWorld extends EngineAccess {
  /** Judges without recording; nothing where no rule that can be seen stands against the act. A refusal is kept as an attempt. */
  judgeFirst(request: ActToPerform): Promise<Exclude<StoredOutcome, { kind: 'parked' }> | undefined>;
  /** Signs a request and keeps it. */
  keepRequest(request: ActToPerform): Promise<KeptRequest>;
  /** What became of an attempt: the only answer that a person reads. */
  findOutcome(place: string, key: string): Promise<StoredOutcome | undefined>;
  /** How long a person waits for an answer before the page says 受理中, in milliseconds. */
  patienceMs: number;
}

/**
 * Performs a person's act on a case: the one way by which case data changes.
 * Safe to repeat with the same submission: the act happens once. One that was refused is judged anew when it is sent again.
 */
export async function performAct(world: GatewayWorld, request: ActToPerform): Promise<ActOutcome> {
  const seen = await world.judgeFirst(request);
  if (seen) return seen;
  let kept: KeptRequest;
  try {
    kept = await world.keepRequest(request);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return { kind: 'refused', code: failure.code, details: failure.details };
  }
  return deliver(world, kept, Date.now() + world.patienceMs);
}

/**
 * Brings a kept request to its case, and gives what became of it. Safe to call again for the same key.
 * @param deadline until when the answer is waited for, in milliseconds
 */
export async function deliver(world: GatewayWorld, kept: KeptRequest, deadline: number): Promise<ActOutcome> {
  for (let pause = 100; ; pause *= 2) {
    const end = await attempt(world, kept, deadline);
    const outcome = await world.findOutcome(kept.place, kept.key);
    if (outcome) return outcome;
    // Answered, and nothing is kept of it: whoever answered was not the judge.
    if (end === 'answered') await world.countStray(kept.place, 'ANSWER_WITHOUT_OUTCOME');
    if (end === 'accepted' || end === 'untaken' || Date.now() + pause > deadline) {
      const isFreed = await freePlace(world, kept);
      return end === 'accepted' && !isFreed ? { kind: 'pending', key: kept.key } : { kind: 'unreachable' };
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** How long the engine may take to say who runs under an id, in milliseconds. */
const describeMs = 2_000;

/** Where nobody answered: ends what somebody else started there, so that what is sent again is taken. */
async function freePlace(world: GatewayWorld, { place, opens }: KeptRequest): Promise<boolean> {
  const run = opens ? openingRun(place) : caseRun(place);
  try {
    return await world.client.withDeadline(Date.now() + describeMs, () => endForeignRun(world, run));
  } catch (failure) {
    // Whoever is away now is asked again by the next sending.
    if (isEngineAway(failure) || isOutOfTime(failure)) return false;
    throw failure;
  }
}

/** How one attempt ended: the case answered, has it and is at work, says “later”, or nobody took it. */
type AttemptEnd = 'answered' | 'accepted' | 'later' | 'untaken';

async function attempt(world: GatewayWorld, kept: KeptRequest, deadline: number): Promise<AttemptEnd> {
  let handle: { result(): Promise<unknown> };
  try {
    handle = await world.client.withDeadline(deadline, () =>
      kept.opens ? startOpening(world, kept) : updateCase(world, kept.place, kept.key),
    );
  } catch (failure) {
    return isOutOfTime(failure) ? 'untaken' : laterOrThrow(failure);
  }
  try {
    await world.client.withDeadline(deadline, () => handle.result());
    return 'answered';
  } catch (failure) {
    return isOutOfTime(failure) ? 'accepted' : laterOrThrow(failure);
  }
}

/** The run is about to go on as a new one, was ended, or the engine is busy: sent again, it finds a run that answers. */
function laterOrThrow(failure: unknown): 'later' {
  const passing =
    failure instanceof WorkflowNotFoundError ||
    failure instanceof WorkflowUpdateFailedError ||
    failure instanceof WorkflowFailedError ||
    isBusy(failure);
  if (passing) return 'later';
  throw failure;
}

/** The workflow that has an act judged before its case is there. */
async function startOpening(world: GatewayWorld, { place }: KeptRequest): Promise<{ result(): Promise<unknown> }> {
  await startOurs(world, openingRun(place));
  return world.client.workflow.getHandle(place);
}

function openingRun(place: string): OurRun {
  return { type: workflowNames.opening, workflowId: place, summary: 'an act that opens a case' };
}

/**
 * Sends a key to a case. A case without a run (closed and to be reopened, or open and lost) is started by it: its run asks
 * the database where it stands.
 */
export async function updateCase(
  engine: EngineAccess,
  caseId: string,
  key: string,
): Promise<WorkflowUpdateHandle<Verdict>> {
  const args: [ActKey] = [{ key }];
  // An update is remembered by its run; each sending is one of its own, and the judge knows the key.
  const options = { updateId: `${key}/${randomUUID()}`, args, waitForStage: acceptedStage };
  try {
    return await engine.client.workflow.getHandle(caseId).startUpdate<Verdict, [ActKey]>(actUpdateName, options);
  } catch (failure) {
    if (!(failure instanceof WorkflowNotFoundError)) throw failure;
  }
  const run = caseRun(caseId);
  return engine.client.workflow.startUpdateWithStart<Workflow, Verdict, [ActKey]>(actUpdateName, {
    ...options,
    startWorkflowOperation: new WithStartWorkflowOperation(run.type, {
      ...startOptions(engine, run),
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  });
}
