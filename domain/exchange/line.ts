import type { ExchangeOperation } from './envelope';
import { needlessCodes, type OutboxState } from './outbox-state';

/** A message as its line knows it: all messages about one result, or one referral, to one platform are a line. */
export interface LineMessage {
  id: string;
  /** Running number: the order in which the acts were done. */
  number: number;
  operation: ExchangeOperation;
  state: OutboxState;
  /** It was handed over and no answer came: the platform may hold it. */
  perhapsTaken: boolean;
}

/** What need not be sent any more, with the reason and the message that stands in its place. */
export interface Needless {
  id: string;
  code: string;
  /** Number of the later message, or of the withdrawal itself. */
  by: number;
}

/**
 * What the platform holds of a line: the last record that it took and was not told to delete.
 * `unknown` where a reply was lost and nobody asked yet.
 */
export function heldOf(line: readonly LineMessage[]): 'held' | 'nothing' | 'unknown' {
  for (const message of line.toReversed()) {
    if (message.state === 'sent') return message.operation === 'd' ? 'nothing' : 'held';
    if (message.perhapsTaken || message.state === 'sending') return 'unknown';
  }
  return 'nothing';
}

/**
 * What a message tells the platform to do, after the earlier ones of its line: a version that comes in the place of one
 * that never arrived is new to the platform.
 */
export function operationAfter(operation: ExchangeOperation, earlier: readonly LineMessage[]): ExchangeOperation {
  if (operation === 'd') return 'd';
  return heldOf(earlier) === 'nothing' ? 'i' : 'u';
}

/**
 * Messages that wait and say nothing any more: those that a later one has overtaken, and a withdrawal of what the platform
 * never got. One that may have been taken stays in its turn where the platform cannot be asked about it.
 * @param line every message of the line, in order of their numbers
 */
export function needlessOf(line: readonly LineMessage[], { canTell }: { canTell: boolean }): Needless[] {
  const last = line.at(-1);
  if (!last) return [];
  const overtaken = line
    .slice(0, -1)
    .filter((message) => waits(message) && (canTell || !message.perhapsTaken))
    .map(({ id }) => ({ id, code: needlessCodes.overtaken, by: last.number }));
  const gone = new Set(overtaken.map(({ id }) => id));
  const earlier = line.slice(0, -1);
  const open = earlier.some((message) => waits(message) && !gone.has(message.id));
  const idle = last.operation === 'd' && waits(last) && !last.perhapsTaken && !open && heldOf(earlier) === 'nothing';
  return idle ? [...overtaken, { id: last.id, code: needlessCodes.nothingToWithdraw, by: last.number }] : overtaken;
}

/**
 * A withdrawal that seemed to have nothing to take back, and has: the record's receipt came in late.
 * @param line every message of the line, in order of their numbers
 */
export function revivedOf(line: readonly LineMessage[]): string | undefined {
  const last = line.at(-1);
  const isIdle = last?.operation === 'd' && last.state === 'notNeeded';
  return isIdle && heldOf(line.slice(0, -1)) === 'held' ? last.id : undefined;
}

/** Messages of a line about which the platform must be asked before this one is sent: what is unknown decides what it says. */
export function toAskBefore(line: readonly LineMessage[], number: number): LineMessage[] {
  return line.filter((message) => message.number <= number && message.perhapsTaken && message.state !== 'sent');
}

function waits({ state }: LineMessage): boolean {
  return state === 'queued' || state === 'parked';
}
