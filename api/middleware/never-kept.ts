import type { RequestHandler } from 'express';

/** Nothing behind the sign-in is kept by a browser: going back after signing out, or on a shared computer, shows nobody's data. */
export const neverKept: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  next();
};
