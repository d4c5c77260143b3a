import {
  isGrpcServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

const cancelled = 1;
const deadlineExceeded = 4;
const resourceExhausted = 8;
const unavailable = 14;
/** What the engine calls an act that it handed to a worker and that came back unread; nothing of it is kept. */
const unread = 'UnprocessedUpdate';

/** Whether the engine is away, or nobody can be reached there: waiting helps. */
export function isEngineAway(failure: unknown): boolean {
  for (let candidate = failure; candidate instanceof Error; candidate = candidate.cause)
    if (isGrpcServiceError(candidate)) return true;
  return false;
}

/**
 * Whether the time that a call was given ran out. A call whose time ends just as the engine is at it comes back cancelled;
 * nobody here cancels one otherwise.
 */
export function isOutOfTime(failure: unknown): boolean {
  if (failure instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  for (let cause = failure; cause instanceof Error; cause = cause.cause)
    if (isGrpcServiceError(cause)) return cause.code === deadlineExceeded || cause.code === cancelled;
  return false;
}

/** Whether the engine says “later”: it is overloaded, just being restarted, or a worker left the act unread. */
export function isBusy(failure: unknown): boolean {
  if (failure instanceof WorkflowUpdateFailedError)
    return failure.cause instanceof ApplicationFailure && failure.cause.type === unread;
  let candidate: unknown = failure;
  while (candidate instanceof Error) {
    if (isGrpcServiceError(candidate)) return candidate.code === resourceExhausted || candidate.code === unavailable;
    candidate = candidate.cause;
  }
  return false;
}
