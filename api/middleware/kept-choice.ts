import { Router, type Request } from 'express';
import { Refusal } from '../../domain/refusal';
import type { AppWorld } from '../app-world';
import { paths } from '../paths';

const yearMs = 365 * 24 * 3_600_000;
/** An address of this site alone. */
const ours = /^\/(?![/\\])[^\\]*$/;

/** How all pages look to a reader, as the reader chose: it says nothing of who they are, and public pages know it, too. */
export interface KeptChoice<Value extends string = string> {
  cookie: string;
  values: readonly Value[];
}

/** What a reader chose; nothing where they chose nothing that there is. */
export function chosenOf<Value extends string>(req: Request, { cookie, values }: KeptChoice<Value>): Value | undefined {
  const value = new RegExp(`(?:^|;\\s*)${cookie}=([^;]*)`).exec(req.get('cookie') ?? '')?.[1];
  return values.find((one) => one === value);
}

/**
 * Keeps a choice for a year and leads back to where it was made.
 * @param path its address, which has the value as its one part
 */
export function choiceRoute({ config }: Pick<AppWorld, 'config'>, path: string, choice: KeptChoice): Router {
  return Router().get(path, (req, res) => {
    const asked = Object.values(req.params)[0];
    const value = choice.values.find((one) => one === asked);
    if (!value) throw new Refusal('NOT_FOUND');
    const { returnTo } = req.query;
    const kept = { httpOnly: true, sameSite: 'lax', secure: config.cookieSecure, maxAge: yearMs } as const;
    res.cookie(choice.cookie, value, kept).setHeader('Cache-Control', 'no-store');
    res.redirect(303, typeof returnTo === 'string' && ours.test(returnTo) ? returnTo : paths.publicHome);
  });
}

/** The page that a request is for, to come back to: what was sent cannot be asked for again, the form it came from can. */
export const pageOf = (req: Request): string => (req.method === 'GET' ? req.originalUrl : req.path);
