import type { Request, RequestHandler } from 'express';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { Refusal } from '../../domain/refusal';
import { tokenHash, type TokenScope } from '../../services/people/issue-token';
import { personByToken } from '../../services/queries/people/find-person';
import type { AppWorld } from '../app-world';

declare module 'express-serve-static-core' {
  interface Request {
    /** What the token of the request may do; absent where a session stands for the person. */
    tokenScope?: string[];
  }
}

/** A department's own system shows a token instead of a session; only its hash is kept. */
export function bearerToken(world: AppWorld): RequestHandler {
  return async (req, _res, next) => {
    const token = /^Bearer ([0-9A-Za-z_-]{20,200})$/.exec(req.get('Authorization') ?? '')?.[1];
    if (!token) return next();
    const now = world.now();
    const found = await personByToken(world.dataSource, tokenHash(token), { now, on: shanghaiDay(now.getTime()) });
    req.person = undefined;
    if (found) ({ scope: req.tokenScope, ...req.person } = found);
    next();
  };
}

/** Lets a token through that may do this; a session may all that its person may. */
export function needsScope(scope: TokenScope): RequestHandler {
  return (req: Request, _res, next) =>
    next(req.tokenScope && !req.tokenScope.includes(scope) ? new Refusal('TOKEN_SCOPE', { scope }) : undefined);
}
