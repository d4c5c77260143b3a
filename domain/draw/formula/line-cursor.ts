import { ID_BYTES, LONGEST_ID } from './ids';

const QUOTE = 0x22;
const ZERO = 0x30;
const decoder = new TextDecoder();

/** Bytes of a piece of canonical JSON, to be matched by a LineCursor. */
export function literal(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/**
 * Walks over one canonical line. The grammars of the three line files accept exactly the canonical lines of their
 * shape, so a line that a cursor passes needs no parser; one that it does not pass is given to `explainLine`.
 */
export class LineCursor {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  /** Where the last id stood. */
  tokenFrom = 0;
  tokenTo = 0;

  start(bytes: Uint8Array, end: number): void {
    this.bytes = bytes;
    this.at = 1;
    this.end = end;
  }

  /** Whether `expected` stands here; passes it if so. */
  passes(expected: Uint8Array): boolean {
    const { bytes, at } = this;
    if (at + expected.length > this.end) return false;
    for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
    this.at = at + expected.length;
    return true;
  }

  /** Whether an id and its closing quote stand here; passes both if so. */
  passesId(): boolean {
    const { bytes, at } = this;
    let to = at;
    while (to < this.end && ID_BYTES[bytes[to] as number] === 1) to++;
    const length = to - at;
    if (length === 0 || length > LONGEST_ID || to === this.end || bytes[to] !== QUOTE) return false;
    this.tokenFrom = at;
    this.tokenTo = to;
    this.at = to + 1;
    return true;
  }

  /** Passes a positive decimal integer of at most 15 digits without leading zero; 0 if none stands here. */
  takeInteger(): number {
    let value = 0;
    const from = this.at;
    for (; this.at < this.end && this.at - from < 15; this.at++) {
      const digit = (this.bytes[this.at] as number) - ZERO;
      if (digit < 0 || digit > 9 || (digit === 0 && this.at === from)) break;
      value = 10 * value + digit;
    }
    return value;
  }

  token(): string {
    return asciiText(this.bytes, this.tokenFrom, this.tokenTo);
  }
}

/** Text of ASCII bytes. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}
