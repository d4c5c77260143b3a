import type { RequestHandler } from 'express';

/** What is public may be read from any site's page; nothing here knows who asks. */
export const readFromAnywhere: RequestHandler = (req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Access-Control-Expose-Headers', 'Content-Disposition, ETag');
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  if (req.method !== 'OPTIONS') return next();
  res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
  res.setHeader('Access-Control-Allow-Headers', req.get('Access-Control-Request-Headers') ?? '');
  res.status(204).end();
};

/** What is not public stands in no search engine. */
export const unlisted: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Robots-Tag', 'noindex');
  next();
};
