import { randomBytes } from 'node:crypto';

/**
 * A token in a form that is another one in every answer: pages are compressed, and from how small they become one could
 * otherwise learn a token that stands in all of them, letter by letter.
 */
export function maskToken(token: string): string {
  const plain = Buffer.from(token);
  const pad = randomBytes(plain.length);
  return Buffer.concat([pad, combined(pad, plain)]).toString('base64url');
}

/** The token that was masked; of anything else, something that is no token. */
export function unmaskToken(masked: unknown): string | undefined {
  if (typeof masked !== 'string' || masked.length > 1_000) return undefined;
  const bytes = Buffer.from(masked, 'base64url');
  const half = bytes.length / 2;
  return combined(bytes.subarray(0, half), bytes.subarray(half)).toString();
}

function combined(pad: Buffer, text: Buffer): Buffer {
  return Buffer.from(text.map((byte, place) => byte ^ (pad[place] ?? 0)));
}
