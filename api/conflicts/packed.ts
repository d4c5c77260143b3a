import { deflateRawSync, inflateRawSync } from 'node:zlib';

type Values = Record<string, unknown>;

/** Name of the hidden field by which a form says what stood in it when it was opened. */
export const openedField = '_opened';

/** More than any form holds; a text that unpacks to more is none of ours. */
const mostBytes = 2_000_000;

/** Values of a form as a hidden field carries them. */
export function packed(values: Values): string {
  return deflateRawSync(JSON.stringify(values)).toString('base64url');
}

/** What a hidden field carries; nothing where it carries none, or what we never packed. It is worth no more than anything that a form says. */
export function unpacked(text: unknown): Values | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    const value: unknown = JSON.parse(
      inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes }).toString('utf8'),
    );
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : undefined;
  } catch {
    return undefined;
  }
}
