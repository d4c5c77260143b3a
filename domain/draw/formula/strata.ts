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

/** Position of the first of `sorted` that is not less than `head`. */
function lowerBound(sorted: Float64Array, head: number): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < head) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The rows by (ticket, id). Heads are sorted as plain numbers, which is several times faster than a comparing function;
 * each row then finds its place by its head, and only rows with equal heads are compared in full.
 */
export function sortedByTicket(tickets: Uint8Array, rows: Uint32Array): number[] {
  const heads = ticketHeads(tickets, rows);
  const sorted = heads.slice().sort();
  const placed = new Array<number>(rows.length).fill(-1);
  const tied = new Set<number>();
  for (let k = 0; k < rows.length; k++) {
    const first = lowerBound(sorted, heads[k] as number);
    let place = first;
    while (placed[place] !== -1) place++;
    if (place > first) tied.add(first);
    placed[place] = rows[k] as number;
  }
  for (const first of tied) {
    let end = first;
    while (sorted[end] === sorted[first]) end++;
    const group = placed.slice(first, end).sort(byTicket(tickets));
    group.forEach((row, k) => (placed[first + k] = row));
  }
  return placed;
}

/** The `n` members with the smallest (ticket, id), in the order of ids. */
export function smallest(tickets: Uint8Array, members: Uint32Array, n: number): Uint32Array {
  if (n === 0) return new Uint32Array(0);
  if (n === members.length) return members;
  // Tickets are counted by their first two bytes; only those that begin as the n-th does have to be sorted.
  const beginning = (row: number) =>
    ((tickets[row * TICKET_BYTES] as number) << 8) | (tickets[row * TICKET_BYTES + 1] as number);
  const counts = new Uint32Array(0x10000);
  for (const row of members) (counts[beginning(row)] as number)++;
  let cut = 0;
  let below = 0;
  while (below + (counts[cut] as number) < n) below += counts[cut++] as number;
  const atCut = members.filter((row) => beginning(row) === cut);
  const chosen = new Set(sortedByTicket(tickets, atCut).slice(0, n - below));
  return members.filter((row) => beginning(row) < cut || chosen.has(row));
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
