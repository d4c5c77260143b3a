import fc from 'fast-check';
import { smallest, sortedByTicket } from '../../../domain/draw/formula/strata';
import { literal } from '../../../domain/draw/formula/line-cursor';
import { TokenIndex } from '../../../domain/draw/formula/token-index';

/** Tickets that share their first 48 bits, or all of them, with others: what SHA-256 does not show in a lifetime. */
const crowded = fc.array(fc.tuple(fc.constantFrom(0, 1, 255), fc.nat(3), fc.nat(2)), { maxLength: 40 }).map((rows) => {
  const tickets = new Uint8Array(32 * rows.length);
  rows.forEach(([head, middle, tail], i) => {
    tickets[32 * i] = head;
    tickets[32 * i + 6] = middle;
    tickets[32 * i + 31] = tail;
  });
  return { tickets, rows: Uint32Array.from(rows, (_, i) => i) };
});

test('rows stand by whole ticket, then id, also where tickets begin alike or are equal', () => {
  fc.assert(
    fc.property(crowded, fc.nat(40), ({ tickets, rows }, some) => {
      const ticket = (row: number): Buffer => Buffer.from(tickets.subarray(32 * row, 32 * row + 32));
      const expected = [...rows].sort((a, b) => Buffer.compare(ticket(a), ticket(b)) || a - b);
      expect(sortedByTicket(tickets, rows)).toEqual(expected);
      const n = Math.min(some, rows.length);
      expect([...smallest(tickets, rows, n)].sort((a, b) => a - b)).toEqual(expected.slice(0, n).sort((a, b) => a - b));
    }),
  );
});

test('texts with the same hash are told apart', () => {
  const [one, other] = collision();
  const index = new TokenIndex([one]);
  const find = (text: string): number => index.find(literal(text), 0, text.length);
  expect(find(other)).toBe(-1);
  expect(index.add(other)).toBe(1);
  expect([find(one), find(other), find(`${one}x`)]).toEqual([0, 1, -1]);
});

function collision(): [string, string] {
  const seen = new Map<number, string>();
  for (let i = 0; ; i++) {
    const text = i.toString(36);
    let hash = 0x811c9dc5;
    for (const byte of literal(text)) hash = Math.imul(hash ^ byte, 0x01000193);
    const known = seen.get(hash);
    if (known !== undefined) return [known, text];
    seen.set(hash, text);
  }
}
