import { jsonOf, plainName } from './answer-body';
import { receiptOf } from './answer-receipt';
import type { Receipt } from './message';

/** What a platform says of a key: held, unknown to it, or nothing that can be read. */
export type KeyStatus = { held: true; receipt: Receipt } | { held: false } | { held: 'unknown' };

const heldNames = /^(?:held|exists?|received|isreceived|found|已接收|已收到)$/u;

/** Reads the answer to the question whether a record is held. */
export function readStatus(text: string): KeyStatus {
  const body = jsonOf(text);
  const receipt = { ...receiptOf(body), alreadyReceived: true };
  const held = heldIn(body, 0);
  if (held === true || (held === undefined && receipt.receiptNo !== null)) return { held: true, receipt };
  return { held: held ?? 'unknown' };
}

function heldIn(value: unknown, depth: number): boolean | undefined {
  if (typeof value !== 'object' || value === null || depth > 2) return undefined;
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry === 'boolean' && heldNames.test(plainName(name))) return entry;
    const inner = heldIn(entry, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
