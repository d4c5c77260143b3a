import { z } from 'zod';
import { Actor } from './actor';
import { plainText } from './proof/plain-text';

/** A person's request for an act, as the web signs it. Requests are rows; the engine carries only their keys. */
export const ActRequest = z.object({
  v: z.literal(1),
  /** Names this one attempt. */
  key: z.uuid(),
  act: z.string().min(1).max(80),
  actor: Actor,
  /** The case; absent where the act opens one, whose number is given when it is judged. */
  case: z.string().min(1).max(120).optional(),
  /** As the act's schema read it. */
  input: z.record(z.string(), z.unknown()),
  /** What makes the act the same when it is sent again: one submission is one act. */
  submission: z.string().min(1).max(200),
  /** When the web signed it; UTC with milliseconds. */
  at: z.iso.datetime({ precision: 3 }),
});
export type ActRequest = z.infer<typeof ActRequest>;

const requestKey = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the key of a request, so that the database may be asked for it. */
export function isRequestKey(text: string): boolean {
  return requestKey.test(text);
}

/** A request with the signature that makes it one. */
export interface SignedRequest {
  request: ActRequest;
  /** SHA-256 of the public key, the first 16 hex digits. */
  keyId: string;
  /** Ed25519 over the canonical request, base64url. */
  signature: string;
}

/** The bytes that are signed: RFC 8785 text of the request. */
export function requestText(request: ActRequest): string {
  return plainText(request);
}

/** How far the moment of a signature may lie from the moment at which the case took the request, in milliseconds. */
export const signatureLifeMs = 5 * 60_000;

/**
 * Whether two inputs of an act say the same. Files do not count: the same form sent twice uploads them twice; nor does the
 * version that was seen, which says nothing.
 * Both are as the act's schema read them.
 */
export function saysTheSame(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const said = (input: Record<string, unknown>) => plainText({ ...input, attachments: undefined, version: undefined });
  return said(one) === said(other);
}
