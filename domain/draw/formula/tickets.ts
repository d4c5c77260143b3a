import type { Expander } from './hkdf';
import { literal } from './line-cursor';
import type { ObjectTable } from './objects-file';

export const TICKET_BYTES = 32;
const PREFIX = literal('obj|');
const BAR = 0x7c;

/** −, 0 or + as ticket `a` sorts before, with or after ticket `b`; both are positions in `tickets`, in bytes. */
export function compareTickets(tickets: Uint8Array, a: number, b: number): number {
  for (let k = 0; k < TICKET_BYTES; k++) {
    const difference = (tickets[a + k] as number) - (tickets[b + k] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The ticket of every object, 32 bytes each in the order of the table. With weight w ≥ 2 it is the least of w
 * expansions, which samples in exact proportion without floating point.
 */
export function ticketsOf(expander: Expander, objects: ObjectTable, report?: (done: number) => void): Uint8Array {
  const { message, infoOffset } = expander;
  const { ids, starts, weight, count } = objects;
  // One slot more than there are objects: the further expansions of weighted objects are compared there.
  const tickets = new Uint8Array((count + 1) * TICKET_BYTES);
  const spare = count * TICKET_BYTES;
  const idAt = infoOffset + PREFIX.length;
  message.set(PREFIX, infoOffset);
  for (let i = 0; i < count; i++) {
    const [start, end] = [starts[i] as number, starts[i + 1] as number];
    const idEnd = idAt + end - start;
    // Byte by byte: an id is short, and a view of it would cost more than the copy.
    for (let from = start, to = idAt; from < end; from++, to++) message[to] = ids[from] as number;
    const at = i * TICKET_BYTES;
    expander.expandInto(idEnd, tickets, at);
    for (let j = 2; j <= (weight[i] as number); j++) {
      message[idEnd] = BAR;
      const suffix = literal(String(j));
      message.set(suffix, idEnd + 1);
      expander.expandInto(idEnd + 1 + suffix.length, tickets, spare);
      if (compareTickets(tickets, spare, at) < 0) tickets.copyWithin(at, spare);
    }
    report?.(i + 1);
  }
  return tickets.subarray(0, spare);
}
