import { isGrpcServiceError } from '@temporalio/client';

const resourceExhausted = 8;
const unavailable = 14;

/** Whether the engine says “later”: it is overloaded, or just being restarted. */
export function isBusy(failure: unknown): boolean {
  let candidate: unknown = failure;
  while (candidate instanceof Error) {
    if (isGrpcServiceError(candidate)) return candidate.code === resourceExhausted || candidate.code === unavailable;
    candidate = candidate.cause;
  }
  return false;
}
