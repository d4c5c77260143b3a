import { csrfSync } from 'csrf-sync';
import type { RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import type { AppWorld } from '../app-world';

/** Every form carries a token of its session; one that does not is refused before it is read. */
export function formProtection(_world: AppWorld): RequestHandler[] {
  const { csrfSynchronisedProtection, generateToken, isRequestValid } = csrfSync({
    getTokenFromRequest: (req) => (req.body as Record<string, unknown> | undefined)?.['_csrf'] as string | undefined,
  });
  const check: RequestHandler = (req, res, next) => {
    res.locals['csrf'] = () => generateToken(req);
    // Uploads are read by their own route, which asks `isRequestValid` once the parts are there.
    if (req.is('multipart/form-data')) {
      res.locals['csrfHolds'] = () => isRequestValid(req);
      return next();
    }
    csrfSynchronisedProtection(req, res, (error?: unknown) => next(error ? new Refusal('FORM_EXPIRED') : undefined));
  };
  return [check];
}
