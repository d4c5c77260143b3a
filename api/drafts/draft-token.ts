import { createHmac, timingSafeEqual } from 'node:crypto';
import { formOf, placeOf, type DraftPlace } from './draft-place';

const days = 7;

/** Name of the hidden field that carries the token. */
export const draftTokenField = '_draft';

/** Name of the hidden field that carries the saved state that the next save goes on from. */
export const draftBaseField = '_draftBase';

export interface DraftOwner {
  account: string;
  place: DraftPlace;
  /** Names the one showing of the form. */
  opening: string;
}

/**
 * Says whose form this is, so that what was typed can be kept for that person when the session has ended meanwhile.
 * It opens nothing: with it a draft can be laid down, never read or sent.
 */
export function draftToken(secret: string, { account, place, opening }: DraftOwner, at: Date): string {
  const payload = Buffer.from(JSON.stringify([account, formOf(place), at.getTime(), opening])).toString('base64url');
  return `${payload}.${signature(secret, payload)}`;
}

/** Whose form it is; nothing where the token is not ours or too old. */
export function readDraftToken(secret: string, token: unknown, now: Date): DraftOwner | undefined {
  if (typeof token !== 'string' || token.length > 1000) return undefined;
  const [payload = '', given = ''] = token.split('.');
  const right = Buffer.from(signature(secret, payload));
  const shown = Buffer.from(given);
  if (right.length !== shown.length || !timingSafeEqual(right, shown)) return undefined;
  const [account, form, at, opening = 'before'] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
    string,
    string,
    number,
    string | undefined,
  ];
  const place = placeOf(form);
  return place && now.getTime() - at < days * 86_400_000 ? { account, place, opening } : undefined;
}

function signature(secret: string, payload: string): string {
  return createHmac('sha256', secret).update(`draft\n${payload}`).digest('base64url');
}
