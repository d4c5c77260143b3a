import type { ObjectTable } from './objects-file';
import type { StratumParams } from './params';
import { compareTickets, TICKET_BYTES } from './tickets';

/** How many of a stratum's N objects are drawn: ⌈N·basisPoints/10000⌉, or min(count, N). */
export function quotaOf(stratum: StratumParams, size: number): number {
  if (stratum.count !== undefined) return Math.min(stratum.count, size);
  return Math.ceil((size * (stratum.basisPoints as number)) / 10_000);
}

/** Objects by (ticket, id); rows of the table stand in the order of ids. */
export function byTicket(tickets: Uint8Array): (a: number, b: number) => number {
  return (a, b) => compareTickets(tickets, a * TICKET_BYTES, b * TICKET_BYTES) || a - b;
}

/** The first 48 bits of every ticket as an exact number, for a fast first cut. */
function ticketHeads(tickets: Uint8Array, members: Uint32Array): Float64Array {
  const heads = new Float64Array(members.length);
  const view = new DataView(tickets.buffer, tickets.byteOffset, tickets.byteLength);
  for (let k = 0; k < members.length; k++) {
    const at = (members[k] as number) * TICKET_BYTES;
    heads[k] = view.getUint32(at) * 0x10000 + view.getUint16(at + 4);
  }
  return heads;
}

/**
 * The `n` members with the smallest (ticket, id), in that order.
 * Only those whose first 48 bits can still belong to them are compared in full.
 */
export function smallest(tickets: Uint8Array, members: Uint32Array, n: number): number[] {
  if (n === 0) return [];
  const heads = ticketHeads(tickets, members);
  const cut = heads.slice().sort()[n - 1] as number;
  const candidates: number[] = [];
  for (let k = 0; k < members.length; k++) if ((heads[k] as number) <= cut) candidates.push(members[k] as number);
  return candidates.sort(byTicket(tickets)).slice(0, n);
}

/** Rows of the table by stratum, each list in the order of ids. */
export function membersByStratum(objects: ObjectTable, strataCount: number): Uint32Array[] {
  const sizes = new Uint32Array(strataCount);
  for (let i = 0; i < objects.count; i++) (sizes[objects.stratum[i] as number] as number)++;
  const members = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let i = 0; i < objects.count; i++) {
    const stratum = objects.stratum[i] as number;
    (members[stratum] as Uint32Array)[(sizes[stratum] as number)++] = i;
  }
  return members;
}
