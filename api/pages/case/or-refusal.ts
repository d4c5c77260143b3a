import { Refusal } from '../../../domain/refusal';

/** What a promise gave, or the refusal that it met; any other failure stays one. */
export async function orRefusal<T>(promise: Promise<T>): Promise<T | Refusal> {
  try {
    return await promise;
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
}
