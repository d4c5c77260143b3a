import type { NextFunction, Request, Response } from 'express';

/**
 * Keeps what a request changed of its session before the browser is led on: a redirect is followed as soon as its head
 * arrives, and a session that is written only then would make a person who has just signed in a stranger.
 */
export function saveBeforeRedirect(req: Request, res: Response, next: NextFunction): void {
  const before = wordsOf(req);
  const redirect = res.redirect.bind(res) as (...args: unknown[]) => void;
  res.redirect = ((...args: unknown[]) => {
    if (!req.session || wordsOf(req) === before) return redirect(...args);
    req.session.save((failure: unknown) => (failure ? next(failure) : redirect(...args)));
  }) as typeof res.redirect;
  next();
}

/** What a session says, and whose it is; its clock, which every request sets anew, is left out. */
function wordsOf(req: Request): string {
  if (!req.session) return '';
  const { cookie: _cookie, ...words } = req.session;
  return JSON.stringify([req.sessionID, words]);
}
