import { strictText } from './file-text';
import type { DrawEvent } from './params';
import { refuse } from './refusals';

const FILE = 'event.txt';
const SSQ = /^ssq\/([0-9]{7})\/([0-9]{2}(?:\.[0-9]{2}){5})\/([0-9]{2})$/;
const DRAND = /^drand\/([0-9a-f]{64})\/([1-9][0-9]{0,15})\/([0-9a-f]{64})$/;

function isSsqDraw(reds: string, blue: string): boolean {
  const numbers = reds.split('.').map(Number);
  const ascending = numbers.every((red, i) => red > (i === 0 ? 0 : (numbers[i - 1] as number)) && red <= 33);
  return ascending && Number(blue) >= 1 && Number(blue) <= 16;
}

function requireKind(text: string, kind: string): void {
  const found = text.slice(0, Math.max(text.indexOf('/'), 0));
  if (found !== kind && (text === '' || found === 'ssq' || found === 'drand')) {
    refuse('event-differs', { file: FILE, expected: kind, found: text === '' ? 'none' : found });
  }
}

/**
 * Checks that the bytes of `event.txt` are a well-formed event and the one that the params name.
 * @throws DrawRefusal event-malformed, event-differs, and what strict reading refuses
 */
export function checkEvent(event: DrawEvent, bytes: Uint8Array): void {
  const text = strictText(bytes, { file: FILE });
  if (event.kind === 'none') {
    if (text !== '') refuse('event-differs', { file: FILE, expected: 'none', found: text.slice(0, 80) });
    return;
  }
  requireKind(text, event.kind);
  const malformed = (): never => refuse('event-malformed', { file: FILE, value: text.slice(0, 80) });
  if (event.kind === 'ssq') {
    const [, id, reds, blue] = SSQ.exec(text) ?? malformed();
    if (!isSsqDraw(reds as string, blue as string)) malformed();
    if (id !== event.id) refuse('event-differs', { file: FILE, expected: event.id, found: id as string });
    return;
  }
  const [, chain, round] = DRAND.exec(text) ?? malformed();
  const [expected, found] = [`${event.chain}/${event.round}`, `${chain}/${round}`];
  if (found !== expected) refuse('event-differs', { file: FILE, expected, found });
}
