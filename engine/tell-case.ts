import type { StoredOutcome } from '../domain/outcome';
import { deliver, type GatewayWorld } from './perform-act';

/** A case did not answer; it is told again. */
export class CaseSilentError extends Error {
  constructor(caseId: string) {
    super(`${caseId} did not answer; it will be told again`);
    this.name = 'CaseSilentError';
  }
}

/**
 * Tells a case a step of the clock, by the key of what it follows from. A refusal settles it: the other case has gone on
 * without it; and so does a fault of the other case's own, which waits there for a person.
 * @throws CaseSilentError when the case could not be reached, so that the caller tries again
 */
export async function tellCase(world: GatewayWorld, caseId: string, key: string): Promise<StoredOutcome['kind']> {
  const kept = { key, place: caseId, opens: false };
  const outcome = await deliver(world, kept, Date.now() + world.patienceMs);
  if (outcome.kind === 'pending' || outcome.kind === 'unreachable') throw new CaseSilentError(caseId);
  return outcome.kind;
}
