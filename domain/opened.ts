import type { Actor } from './actor';
import type { FactQuestion } from './facts';
import { refuse, type Refused } from './act';

/**
 * Asks whether this person has opened what an act answers for, in the version that stands: two officers and a leader answer
 * for a record, and nobody answers for what they had not before them.
 */
export const openingQuestion = (act: string, on: { id: string }, actor: Actor, version: number) =>
  ({ kind: 'opening', case: on.id, act, account: actor.account, version }) satisfies FactQuestion;

/** The refusal of whoever must have read first and has not; nothing where they have, or need not. */
export function unread(mustRead: boolean, opening: { openedAt?: string }): Refused | undefined {
  return mustRead && opening.openedAt === undefined ? refuse('ROW_NOT_OPENED') : undefined;
}
