import { randomUUID } from 'node:crypto';
import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  WorkflowUpdateStage,
  type WorkflowUpdateHandle,
} from '@temporalio/client';
import { ApplicationFailure, type Workflow } from '@temporalio/common';
import type { Actor } from '../domain/actor';
import type { CaseState } from '../domain/process';
import { findAct, processOf } from '../domain/processes';
import type { RefusalCode, RefusalDetails } from '../domain/refusals/refusal-list';
import { failureTypes, type ActReceipt, type ActRequest } from '../workflows/contracts';
import { isBusy } from './busy';
import { workflowTypeOf } from './workflow-types';

const acceptedStage = WorkflowUpdateStage.ACCEPTED;

export interface ActToPerform {
  act: string;
  caseId: string;
  actor: Actor;
  input: Record<string, unknown>;
  submission: string;
}

/** The four ends of an attempt: done, refused with the rule, taken but not finished, or nobody took it. */
export type ActOutcome =
  /** `repeated`: it was recorded before this attempt, so that what was sent now may say something else. */
  | { kind: 'done'; receipt: ActReceipt; repeated?: true }
  | { kind: 'refused'; code: RefusalCode; details: RefusalDetails }
  | { kind: 'invalid'; issues: unknown[] }
  /** `sending`: which sending of the submission is at work, where it was refused before and sent again. */
  | { kind: 'pending'; sending?: string }
  | { kind: 'unreachable' };

export interface GatewayWorld {
  client: Client;
  /** The receipt of an act that is already recorded, by its submission. */
  findReceipt(caseId: string, submission: string): Promise<ActReceipt | undefined>;
  findState(caseId: string): Promise<CaseState | undefined>;
  /** How long a person waits for an answer before the page says 受理中, in milliseconds. */
  patienceMs: number;
  /** Queue of the workers that run cases. */
  taskQueue: string;
}

/**
 * Performs a person's act on a case: the one way by which case data changes.
 * Safe to repeat with the same submission: the act happens once. One that was refused is judged anew when it is sent again,
 * although the engine remembers what became of every update that a case once let in.
 */
export async function performAct(world: GatewayWorld, request: ActToPerform): Promise<ActOutcome> {
  const found = findAct(request.act);
  if (!found) return { kind: 'refused', code: 'ACT_UNKNOWN', details: { act: request.act } };
  const recorded = await world.findReceipt(request.caseId, request.submission);
  if (recorded) return { kind: 'done', receipt: recorded, repeated: true };

  const deadline = Date.now() + world.patienceMs;
  const knock = randomUUID();
  let updateId = request.submission;
  for (let pause = 100; ; pause *= 2) {
    try {
      return await attempt(world, { ...request, knock, updateId }, found.act, deadline);
    } catch (failure) {
      if (isRemembered(failure, knock)) {
        updateId = updateIdOf(request.submission, knock);
        continue;
      }
      if (!isBusy(failure) || Date.now() + pause > deadline) return outcomeOf(failure, world, request);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** A submission is its own update; one that is sent again after a refusal is another, named by the sending. */
export function updateIdOf(submission: string, sending?: string): string {
  return sending ? `${submission}/${sending}` : submission;
}

interface Knock extends ActToPerform {
  knock: string;
  updateId: string;
}

/** A refusal that answered an earlier sending of the same submission. */
function isRemembered(failure: unknown, knock: string): boolean {
  if (!(failure instanceof WorkflowUpdateFailedError) || !(failure.cause instanceof ApplicationFailure)) return false;
  const [, answered] = failure.cause.details ?? [];
  return answered !== undefined && answered !== knock;
}

async function attempt(
  world: GatewayWorld,
  request: Knock,
  act: { name: string; opens: boolean; reopens: boolean },
  deadline: number,
): Promise<ActOutcome> {
  const handle = await world.client.withDeadline(deadline, () => start(world, request, act));
  try {
    const receipt = await world.client.withDeadline(deadline, () => handle.result());
    return { kind: 'done', receipt };
  } catch (failure) {
    if (failure instanceof WorkflowUpdateRPCTimeoutOrCancelledError)
      return { kind: 'pending', ...(request.updateId === request.submission ? {} : { sending: request.knock }) };
    throw failure;
  }
}

async function start(
  world: GatewayWorld,
  request: Knock,
  act: { name: string; opens: boolean; reopens: boolean },
): Promise<WorkflowUpdateHandle<ActReceipt>> {
  const { actor, input, submission, knock, updateId } = request;
  const args: [ActRequest] = [{ actor, input, submission, knock }];
  const options = { updateId, args, waitForStage: acceptedStage };
  if (!act.opens && !act.reopens)
    return world.client.workflow.getHandle(request.caseId).startUpdate<ActReceipt, [ActRequest]>(act.name, options);

  const state = act.reopens ? await world.findState(request.caseId) : undefined;
  const startWorkflowOperation = new WithStartWorkflowOperation(workflowTypeOf(request.caseId), {
    workflowId: request.caseId,
    taskQueue: world.taskQueue,
    args: [{ id: request.caseId, state }],
    staticSummary: request.caseId.replace('/', ' '),
    workflowIdConflictPolicy: 'USE_EXISTING',
    // A refused opening leaves a closed run behind and a correction reopens a closed case: numbers are unique in the database.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  return world.client.workflow.startUpdateWithStart<Workflow, ActReceipt, [ActRequest]>(act.name, {
    ...options,
    startWorkflowOperation,
  });
}

/** What a failed attempt means for the person who made it. */
export async function outcomeOf(
  failure: unknown,
  world: GatewayWorld,
  request: Pick<ActToPerform, 'caseId' | 'submission'>,
): Promise<ActOutcome> {
  if (failure instanceof WorkflowUpdateFailedError && failure.cause instanceof ApplicationFailure) {
    const [details] = failure.cause.details ?? [];
    if (failure.cause.type === failureTypes.refused) {
      const { code, ...rest } = details as { code: RefusalCode };
      return { kind: 'refused', code, details: rest };
    }
    if (failure.cause.type === failureTypes.invalid) return { kind: 'invalid', issues: details as unknown[] };
  }
  const receipt = await world.findReceipt(request.caseId, request.submission);
  if (receipt) return { kind: 'done', receipt };
  if (failure instanceof WorkflowNotFoundError) {
    const state = await world.findState(request.caseId);
    // A case that was just opened has its row before its workflow runs: nobody took the act yet, it is to be sent again.
    if (state && !processOf(request.caseId).closedStages.includes(state.stage)) return { kind: 'unreachable' };
    return { kind: 'refused', code: state ? 'CASE_CLOSED' : 'CASE_UNKNOWN', details: { case: request.caseId } };
  }
  if (failure instanceof WorkflowUpdateFailedError && !isBusy(failure)) throw failure;
  return { kind: 'unreachable' };
}
