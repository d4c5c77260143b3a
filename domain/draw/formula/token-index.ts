import { literal } from './line-cursor';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Numbers texts in the order in which they were added, and finds them again by their bytes without making a string. */
export class TokenIndex {
  readonly tokens: string[] = [];
  private readonly bytes: Uint8Array[] = [];
  private readonly buckets = new Map<number, number[]>();

  constructor(tokens: readonly string[] = []) {
    tokens.forEach((token) => this.add(token));
  }

  add(token: string): number {
    const bytes = literal(token);
    const number = this.tokens.push(token) - 1;
    this.bytes.push(bytes);
    const hash = hashOf(bytes, 0, bytes.length);
    const bucket = this.buckets.get(hash);
    if (bucket) bucket.push(number);
    else this.buckets.set(hash, [number]);
    return number;
  }

  /** Number of the text at bytes[from…to−1], or −1. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const bucket = this.buckets.get(hashOf(bytes, from, to));
    return bucket?.find((number) => equal(this.bytes[number] as Uint8Array, bytes, from, to)) ?? -1;
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), FNV_PRIME);
  return hash;
}

function equal(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[from + i]) return false;
  return true;
}
